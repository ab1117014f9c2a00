/** Accounts with their scores as the fit gives them; points in the order reach, unsupported, lists, engagement, activity, follow-back. */
export const ACCOUNTS = [
  {
    name: 'the median poster, followers only',
    facts: { followers: 327 },
    score: 52.023838, z: 1.615297, low: 42.414868, high: 61.485368, top: 45.958945,
    points: [2.02, 0, 0, 0, 0, 0],
    missing: ['listed', 'engagement', 'posts', 'following'],
  },
  {
    name: 'a niche expert',
    facts: { followers: 8000, following: 600, listed: 300, posts: 12_000, ageDays: 3000, postsSeen: 10, repostsSeen: 60, likesSeen: 350 },
    score: 89.46176, z: 4.290441, low: 89.01637, high: 89.89114, top: 1.3686,
    points: [25.11, 0, 6.92, 4.89, 2.55, 0],
    missing: [],
  },
  {
    name: 'fifty thousand followers whom nobody lists or reposts',
    facts: { followers: 50_000, following: 900, listed: 3, posts: 900, ageDays: 700, postsSeen: 8, repostsSeen: 0, likesSeen: 6 },
    score: 69.167672, z: 2.560361, low: 68.063418, high: 70.250432, top: 16.576561,
    points: [46.13, -0.22, -19.43, -6.06, -1.25, 0],
    missing: [],
  },
  {
    name: 'a trader of follows',
    facts: { followers: 40_000, following: 39_000, listed: 40, posts: 60_000, ageDays: 3000, postsSeen: 10, repostsSeen: 2, likesSeen: 20 },
    score: 73.121787, z: 2.811053, low: 72.2004, high: 74.023623, top: 11.903286,
    points: [43.29, 0, -10.1, -2.75, 4.7, -12.02],
    missing: [],
  },
  {
    name: 'a star',
    facts: { followers: 3_000_000, following: 400, listed: 4000, posts: 9000, ageDays: 4500, postsSeen: 10, repostsSeen: 2000, likesSeen: 30_000 },
    score: 95.73819, z: 5.5555, low: 95.544858, high: 95.92349, top: 0.197769,
    points: [43.53, 0, -0.25, 3.24, -0.78, 0],
    missing: [],
  },
  {
    name: 'nobody yet',
    facts: { followers: 0, following: 0 },
    score: 8.569983, z: -1.567501, low: 6.099861, high: 11.913465, top: 99.12907,
    points: [-41.43, 0, 0, 0, 0, 0],
    missing: ['listed', 'engagement', 'posts'],
  },
]

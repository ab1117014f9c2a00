/**
 * The fitted constants (additive model over 5,500 human judgements of who of two accounts carries further).
 * `usual` tables are piecewise linear in lg(followers + 1) at 1, 2, … 7 and go on linearly beyond.
 */
export const INFLUENCE_CONSTANTS = {
  version: '2026-11',
  /** Weight of a decade of followers below, and above, one thousand. */
  reachBelowThousand: 0.49,
  reachAboveThousand: 0.13,
  lists: 0.71,
  engagement: 0.37,
  activity: 0.44,
  followBack: 0.74,
  usualLists: [-0.29, 0.49, 1.65, 2.58, 3.45, 3.96, 4.74] as readonly number[],
  usualEngagement: [-1.01, -0.8, -0.45, -0.25, 0.01, 0.35, 0.67] as readonly number[],
  usualActivity: [-0.68, -0.55, -0.14, 0.08, 0.32, 0.4, 0.4] as readonly number[],
  /** One list now counts as this many of the years of the fit: lists per follower fell. */
  listFactor: 5,
  /** Lists are believed this many decades around what is usual. */
  listClip: 1.5,
  /** Added to lg of the reactions; moves when the score is centred again on locally seen accounts. */
  engagementOffset: 0,
  /** Followers are believed up to the size at which this many decades more reactions would be usual. */
  capMargin: 1,
  capSoftness: 0.15,
  /** z of the median of people who post publicly about a brand, and the scale from z to score. */
  middle: 1.51,
  scale: 1.3,
  percentScale: 0.65,
  /** Standard deviation in z that a missing fact leaves open. */
  missingLists: 0.36,
  missingActivity: 0.24,
  missingEngagement: 0.2,
  missingFollowing: 0.16,
}

/** The numbers that may be re-fitted or edited. */
export type InfluenceConstants = typeof INFLUENCE_CONSTANTS

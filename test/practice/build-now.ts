import { buildPractice } from './build-practice.ts'

await buildPractice()

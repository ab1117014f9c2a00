import { expect, it } from 'vitest'
import { trustTable } from '../../scripts/trust/trust-table.ts'

const CASES = [
  { id: '1', what: 'scanned', proofs: [['e2e/a.test.ts', 'reads no badge']] },
  { id: '2', what: 'hooked', proofs: [['e2e/a.test.ts', 'R8 left at version %i keeps']] },
  { id: '3', what: 'nothing connected', proofs: [], why: 'No connection.' },
  { id: '5', what: 'elsewhere', proofs: [['e2e/b.test.ts', 'in another file']] },
  { id: '4', what: 'gone', proofs: [['e2e/a.test.ts', 'a name that nothing has']] },
] as const

const result = (fullName: string, status: string, figure?: string) => ({ fullName, status, duration: 1_500, meta: figure === undefined ? {} : { figure } })
const RUN = { where: 'firefox', report: { testResults: [{ name: '/x/test/e2e/a.test.ts', status: 'failed', startTime: Date.UTC(2026, 10, 27), assertionResults: [result('page reads no badge: at all', 'passed', '0 of 40 read'), result('R8 left at version 3 keeps everything', 'failed'), result('R8 left at version 4 keeps everything', 'passed')] }], commit: 'abc1234' } }

it('says of each case where it ran, whether it held, and how many tests stand for it', () => {
  const { table, broken, notRun } = trustTable(CASES, [RUN])
  expect(table.split('\n').slice(2, 7)).toEqual([
    '| 1 | scanned | firefox | yes | 0 of 40 read; 1/1 tests in 1.5 s | 2026-11-27 abc1234 |',
    '| 2 | hooked | firefox | no | 1/2 tests in 3.0 s | 2026-11-27 abc1234 |',
    '| 3 | nothing connected | – | skipped | see reasons |  |',
    '| 5 | elsewhere | – | not run |  |  |',
    '| 4 | gone | firefox | no | 0/0 tests in 0.0 s | 2026-11-27 abc1234 |',
  ])
  expect(table).toContain('- **3**: No connection.')
  expect(notRun).toBe(1)
  expect(broken).toEqual(['2 (firefox)', '4 (firefox)'])
})

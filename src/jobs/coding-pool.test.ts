import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { Article } from '../article/article.ts'
import { inlinePool, workerPool } from './coding-pool.ts'
import { inOrder } from './in-order.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundswell-pool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A worker that does what the text of the article says. */
const program = (() => {
  const file = join(folder, 'worker.mjs')
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'
     parentPort.postMessage('ready')
     parentPort.on('message', async ({ task, article }) => {
       const [what, ms] = article.text.split(' ')
       if (what === 'crash') process.exit(3)
       if (what === 'throw') throw new Error('out of order')
       if (what === 'hang') for (;;) {}
       if (what === 'fail') return parentPort.postMessage({ task, failed: 'no sense' })
       await new Promise((resolve) => setTimeout(resolve, Number(ms ?? 0)))
       console.log('chatter')
       parentPort.postMessage({ task, coded: { records: [], mentions: null, misses: [], warnings: [article.text] } })
     })`,
  )
  return pathToFileURL(file)
})()

const article = (text: string): Article => ({
  id: `ar_${text}`,
  text,
  published: null,
  language: 'en',
  sha256: '',
  mediaType: 'text/plain',
  excluded: [],
  warnings: [],
})

describe('a pool of coding workers', () => {
  it('gives every article its own outcome, in the order asked for', async () => {
    const pool = workerPool({ workers: 2, program })
    const texts = Array.from({ length: 30 }, (_, i) => `wait ${(i * 7) % 20}`)
    const seen: string[] = []
    for await (const outcome of inOrder(texts, pool.width, (text) => pool.code(article(text))))
      seen.push(outcome.kind === 'coded' ? (outcome.coded.warnings[0] as string) : outcome.error.message)
    expect(seen).toEqual(texts)
    await pool.close()
  })

  it('loses one article to a crash, an error, a failure or an endless loop, and goes on', async () => {
    const pool = workerPool({ workers: 2, program, seconds: 0.5 })
    const texts = ['wait 1', 'crash', 'wait 2', 'throw', 'fail', 'wait 3', 'hang', 'wait 4', 'wait 5']
    const outcomes = await Promise.all(texts.map((text) => pool.code(article(text))))
    expect(outcomes.map((outcome) => (outcome.kind === 'coded' ? 'coded' : outcome.error.code))).toEqual([
      'coded',
      'GS-E603',
      'coded',
      'GS-E603',
      'GS-E603',
      'coded',
      'GS-E604',
      'coded',
      'coded',
    ])
    const failed = outcomes[4]
    expect(failed?.kind === 'failed' && failed.error.message).toContain('no sense')
    expect(failed?.kind === 'failed' && failed.error.place.article).toBe('ar_fail')
    await pool.close()
  })

  it('starts no second worker for a short queue', async () => {
    let started = 0
    const counting = new Proxy(program, {
      get: (target, name) => {
        if (name === 'href') started++
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const pool = workerPool({ workers: 4, program: counting as URL })
    await Promise.all([pool.code(article('wait 5')), pool.code(article('wait 5'))])
    const few = started
    await Promise.all(Array.from({ length: 40 }, () => pool.code(article('wait 20'))))
    expect(started).toBeGreaterThan(few)
    await pool.close()
  })

  it('answers what waits when it is closed', async () => {
    const pool = workerPool({ workers: 1, program })
    const waiting = [pool.code(article('wait 5')), pool.code(article('wait 5')), pool.code(article('wait 5'))]
    await pool.close()
    const late = await Promise.all(waiting.slice(1))
    expect(late.map((outcome) => outcome.kind)).toEqual(['failed', 'failed'])
  })
})

describe('coding in this thread', () => {
  it('turns what the coder throws into an outcome', async () => {
    const pool = inlinePool({
      coder: { name: 'x', version: '1', resources: '' },
      code: () => {
        throw new Error('broken')
      },
    })
    expect(await pool.code(article('x'))).toMatchObject({ kind: 'failed', error: { code: 'GS-E603' } })
  })
})

describe('work in order', () => {
  it('has at most so many under way, and stops asking when its reader stops', async () => {
    let asked = 0
    let running = 0
    let most = 0
    function* numbers(): Generator<number> {
      for (let i = 0; i < 1000; i++) {
        asked++
        yield i
      }
    }
    const got: number[] = []
    for await (const value of inOrder(numbers(), 4, async (n) => {
      running++
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, (n % 3) * 2))
      running--
      return n
    })) {
      got.push(value)
      if (got.length === 10) break
    }
    expect(got).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(most).toBeLessThanOrEqual(4)
    expect(asked).toBeLessThanOrEqual(14)
  })

  it('passes an error on when its turn comes', async () => {
    const seen: number[] = []
    await expect(
      (async () => {
        for await (const value of inOrder([1, 2, 3], 3, async (n) => {
          if (n === 2) throw new Error('two')
          return n
        }))
          seen.push(value)
      })(),
    ).rejects.toThrow('two')
    expect(seen).toEqual([1])
  })
})

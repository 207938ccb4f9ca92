import { describe, expect, it } from 'vitest'
import { BoundedMemory } from './bounded-memory.ts'

describe('a bounded memory', () => {
  const made = () => new BoundedMemory<string>(10, (text) => text.length)

  it('forgets what was asked for longest ago', () => {
    const memory = made()
    memory.set('a', 'aaaa')
    memory.set('b', 'bbbb')
    expect(memory.get('a')).toBe('aaaa')
    memory.set('c', 'cccc')
    expect(memory.get('b')).toBeUndefined()
    expect(memory.get('a')).toBe('aaaa')
    expect(memory.get('c')).toBe('cccc')
  })

  it('counts a value that is set again once', () => {
    const memory = made()
    for (let i = 0; i < 5; i++) memory.set('a', 'aaaaaa')
    memory.set('b', 'bbbb')
    expect(memory.size).toBe(2)
    memory.delete('a')
    memory.set('c', 'cccccc')
    expect(memory.get('b')).toBe('bbbb')
  })

  it('does not keep what alone is too heavy, nor what it kept under that name before', () => {
    const memory = made()
    memory.set('a', 'aa')
    memory.set('b', 'bb')
    memory.set('a', 'a'.repeat(11))
    expect(memory.get('a')).toBeUndefined()
    expect(memory.get('b')).toBe('bb')
  })

  it('is empty after it is cleared, and holds as much as before', () => {
    const memory = made()
    memory.set('a', 'a'.repeat(10))
    memory.clear()
    memory.set('b', 'b'.repeat(10))
    expect(memory.get('b')).toBe('b'.repeat(10))
    expect(memory.size).toBe(1)
  })
})

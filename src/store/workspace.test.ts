import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../base/id.ts'
import { createWorkspace, isWorkspace, keepOriginal, openWorkspace, originalFile, readOriginal } from './workspace.ts'

describe('a workspace', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundswell-workspace-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, with settings that explain themselves, and left alone after that', () => {
    const at = join(folder, 'a', 'b')
    expect(isWorkspace(folder)).toBe(false)
    const first = createWorkspace(at)
    expect(first.created).toBe(true)
    expect(first.workspace.config).toEqual({ name: 'Groundswell workspace', person: 'local', keep_originals: true })
    writeFileSync(join(at, 'config.yaml'), 'name: Central Asia\nperson: Aigul\n')
    const second = createWorkspace(at)
    expect(second.created).toBe(false)
    expect(second.workspace.config).toMatchObject({ name: 'Central Asia', person: 'Aigul', keep_originals: true })
  })

  it('is not where none was made', () => {
    expect(() => openWorkspace(folder)).toThrow(/GS-E501.*groundswell init/u)
  })

  it.each([
    [0x6969, 'NFS'],
    [0xff534d42, 'CIFS'],
    [0xfe534d42, 'SMB2'],
    // As statfs gives it where the type is read as a signed number.
    [0xff534d42 | 0, 'CIFS'],
  ])('is refused on a network file system (%i)', (fileSystem, name) => {
    expect(() => createWorkspace(join(folder, 'net'), { fileSystem })).toThrow(new RegExp(`GS-E511.*${name}`, 'u'))
    createWorkspace(join(folder, 'local'))
    expect(() => openWorkspace(join(folder, 'local'), { fileSystem })).toThrow(/GS-E511/u)
  })

  it('says where its settings are wrong', () => {
    const at = join(folder, 'x')
    createWorkspace(at)
    for (const [text, told] of [
      ['name: [x\n', /GS-E517 .*config\.yaml:\d/u],
      ['name: 5\n', /name/u],
      ['colour: red\n', /colour/u],
      ['- a list\n', /GS-E517/u],
    ] as const) {
      writeFileSync(join(at, 'config.yaml'), text)
      expect(() => openWorkspace(at), text).toThrow(told)
    }
    writeFileSync(join(at, 'config.yaml'), '')
    expect(openWorkspace(at).config.person).toBe('local')
  })

  it('keeps the bytes of an input once under their hash, whole', () => {
    const { workspace } = createWorkspace(join(folder, 'w'))
    const bytes = Buffer.from('report \u0000 bytes')
    const hash = keepOriginal(workspace, bytes)
    expect(hash).toBe(sha256(bytes))
    keepOriginal(workspace, bytes)
    const file = originalFile(workspace, hash)
    expect(readdirSync(join(file, '..'))).toEqual([hash])
    expect(readOriginal(workspace, hash)).toEqual(bytes)
    // A torn copy of an earlier time is replaced.
    writeFileSync(file, 'rep')
    keepOriginal(workspace, bytes)
    expect(readFileSync(file)).toEqual(bytes)
    expect(readOriginal(workspace, '../../config.yaml')).toBeNull()
    expect(readOriginal(workspace, 'f'.repeat(64))).toBeNull()
  })

  it('says so where nothing can be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => createWorkspace(join(folder, 'file', 'inside'))).toThrow(/GS-E516/u)
    const { workspace } = createWorkspace(join(folder, 'w'))
    rmSync(join(workspace.folder, 'originals'), { recursive: true })
    writeFileSync(join(workspace.folder, 'originals'), 'in the way')
    expect(() => keepOriginal(workspace, Buffer.from('x'))).toThrow(/GS-E516/u)
  })
})

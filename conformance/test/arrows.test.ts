import { isBuiltin } from 'node:module'
import { expect, test } from 'vitest'
import { arrows, nodeOnly } from '../src/arrows.ts'
import { importsOf } from '../src/imports.ts'
import { packages } from '../src/packages.ts'

const scope = '@inference-report/'

test('every package has its arrows, and every arrow its package', () => {
  expect(packages.map(({ name }) => name).sort()).toEqual(Object.keys(arrows).sort())
})

test.for(packages)('$name imports only what its arrows allow', ({ name, folder }) => {
  const imports = importsOf(`${folder}/src`)
  const inner = imports.filter(({ specifier }) => specifier.startsWith(scope))
  const allowed = (arrows[name] ?? []).map((target) => scope + target)
  const strangers = inner.filter(
    ({ specifier }) => !allowed.some((to) => specifier === to || specifier.startsWith(`${to}/`)),
  )
  expect(strangers).toEqual([])
})

test.for(packages)('$name declares what it imports, and no more', ({ folder, manifest }) => {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  const imported = importsOf(`${folder}/src`)
    .map(({ specifier }) => specifier)
    .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  expect([...new Set(imported)].sort()).toEqual(declared.sort())
})

test.for(packages)('$name reaches no other package by a path', ({ folder }) => {
  const outside = ['src', 'test'].flatMap((part) =>
    importsOf(`${folder}/${part}`).filter(({ specifier }) =>
      /(^|\/)(packages|examples)\//.test(specifier),
    ),
  )
  expect(outside).toEqual([])
})

test.for(packages.filter(({ name }) => !nodeOnly.has(name)))(
  '$name imports no Node built-in',
  ({ folder }) => {
    expect(importsOf(`${folder}/src`).filter(({ specifier }) => isBuiltin(specifier))).toEqual([])
  },
)

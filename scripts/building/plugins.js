// What the bundler does with packages and with what it has made, so that a start loads no more than it uses.

/** A module that a package loads and we never make it use: loading it costs a tenth of Node's own start. */
export function unused(name, importer, content = '{}') {
  const stub = `\0unused:${name}`;
  return {
    name: stub,
    resolveId: (source, from) => (source.replace('node:', '') === name && importer.test(from ?? '') ? stub : undefined),
    load: (id) => (id === stub ? `module.exports = ${content};` : undefined),
  };
}

/** What a package that imports all of a module of Node's uses of it: all would be copied, which takes longer than loading it. */
export function partOf(name, importer, used) {
  const part = `\0part:${name}`;
  const content =
    name === 'process'
      ? 'export default globalThis.process;'
      : `import { ${used.join(', ')} } from 'node:${name}';\nexport { ${used.join(', ')} };\nexport default { ${used.join(', ')} };`;
  return {
    name: part,
    resolveId: (source, from) => (source.replace('node:', '') === name && importer.test(from ?? '') ? part : undefined),
    load: (id) => (id === part ? content : undefined),
  };
}

/**
 * What a chunk exports is found through a getter each, in case it is set anew later. Making two hundred of them takes .3 ms; so functions, classes and constants are exported as they are.
 */
export function exportsThatStay() {
  const getter =
    /Object\.defineProperty\(exports, ("\S+"), \{\s+enumerable: true,\s+get: function \(\) \{\s+return (\S+);\s+\}\s+\}\);/g;
  return {
    name: 'exports-that-stay',
    renderChunk(code) {
      const staying = new Set(
        Array.from(code.matchAll(/^(?:async )?(?:function\*?|class|const) ([\w$]+)/gm), ([, name]) => name),
      );
      const exported = (whole, name, local) => (staying.has(local) ? `exports[${name}] = ${local};` : whole);
      return { code: code.replace(getter, exported), map: null }; // they stand at the end, where no place of ours is
    },
  };
}

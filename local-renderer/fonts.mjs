// node fonts.mjs TARGET: puts the fonts of package.json, an index, their licences and a NOTICE below TARGET.
// Does nothing when that was done since package-lock.json and this file last changed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const target = resolve(process.argv[2]);
const index = join(target, 'fonts.json');

/** Families that stand in for missing characters: two weights, and none of the letters that other families have. */
const FALLBACKS = ['noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-thai', 'noto-sans-devanagari', 'noto-emoji'];
const FALLBACK_WEIGHTS = [400, 700];
const LATIN_AND_SYMBOLS = /^(latin|cyrillic|greek|math|symbols)/;
const EVERYTHING = 'U+0-10FFFF';

const DEJAVU = {
  'DejaVu Sans': ['sans-serif', [[200, false, 'DejaVuSans-ExtraLight'], [400, false, 'DejaVuSans'], [400, true, 'DejaVuSans-Oblique'],
    [700, false, 'DejaVuSans-Bold'], [700, true, 'DejaVuSans-BoldOblique']]],
  'DejaVu Serif': ['serif', [[400, false, 'DejaVuSerif'], [400, true, 'DejaVuSerif-Italic'],
    [700, false, 'DejaVuSerif-Bold'], [700, true, 'DejaVuSerif-BoldItalic']]],
  'DejaVu Sans Mono': ['monospace', [[400, false, 'DejaVuSansMono'], [400, true, 'DejaVuSansMono-Oblique'],
    [700, false, 'DejaVuSansMono-Bold'], [700, true, 'DejaVuSansMono-BoldOblique']]],
};

const changed = file => (existsSync(file) ? statSync(file).mtimeMs : 0);
const json = file => JSON.parse(readFileSync(file, 'utf8'));

/** A Fontsource package: a family whose faces are split into files by script; the file of Latin first. */
function fontsource(id) {
  const folder = join(modules, '@fontsource', id);
  const about = json(join(folder, 'metadata.json'));
  const fallback = FALLBACKS.includes(id);
  const subsets = Object.entries(json(join(folder, 'unicode.json'))).reverse()
    .map(([name, range]) => ({ name: name.replace(/[[\]]/g, ''), range: range.replaceAll(' ', '') }))
    .filter(({ name }) => !(fallback && LATIN_AND_SYMBOLS.test(name)));
  const weights = about.weights.filter(weight => !fallback || FALLBACK_WEIGHTS.includes(weight));
  const faces = weights.flatMap(weight => about.styles.map(style => ({
    weight, italic: style === 'italic', files: subsets.map(({ name }) => `${id}-${name}-${weight}-${style}.woff`),
  })));
  faces.flatMap(face => face.files).forEach(file => copyFileSync(join(folder, 'files', file), join(target, file)));
  copyFileSync(join(folder, 'LICENSE'), join(target, `${id}-LICENSE.txt`));
  return {
    family: { name: about.family, kind: about.category, fallback, ranges: subsets.map(({ range }) => range), faces },
    notice: `${about.family}: ${about.license.type} (${id}-LICENSE.txt), ${json(join(folder, 'package.json')).version}`,
  };
}

function dejavu() {
  const folder = join(modules, 'dejavu-fonts-ttf');
  copyFileSync(join(folder, 'LICENSE'), join(target, 'dejavu-LICENSE.txt'));
  return Object.entries(DEJAVU).map(([name, [kind, faces]]) => {
    faces.forEach(([, , file]) => copyFileSync(join(folder, 'ttf', `${file}.ttf`), join(target, `${file}.ttf`)));
    return {
      family: { name, kind, fallback: true, ranges: [EVERYTHING],
        faces: faces.map(([weight, italic, file]) => ({ weight, italic, files: [`${file}.ttf`] })) },
      notice: `${name}: Bitstream Vera licence, changes in the public domain (dejavu-LICENSE.txt), 2.37`,
    };
  });
}

const lock = join(here, 'package-lock.json');
if (changed(index) < Math.max(changed(lock), changed(fileURLToPath(import.meta.url)))) {
  if (changed(join(modules, '.package-lock.json')) < changed(lock)) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const catalogue = readdirSync(join(modules, '@fontsource')).filter(id => !FALLBACKS.includes(id)).sort();
  const families = [...catalogue.map(fontsource), ...dejavu(), ...FALLBACKS.map(fontsource)];
  writeFileSync(join(target, 'NOTICE.txt'),
    'The fonts in this folder are other people\'s work, each under the licence named here.\n\n'
    + families.map(({ notice }) => notice).join('\n') + '\n');
  writeFileSync(index, JSON.stringify(families.map(({ family }) => family)));
}

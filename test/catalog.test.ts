/** The catalogue as other rooms use it: lookups, near names, search, and rows of a user's own. */
import { describe, expect, it } from 'vitest';
import { extendCatalog } from '../src/catalog/extend.ts';
import { createCatalog, defaultCatalog, nearestNames } from '../src/catalog/index.ts';
import { compiled } from '../src/catalog/compiled.ts';
import { editDistance } from '../src/catalog/nearest.ts';
import { unpack } from '../src/catalog/pack.ts';
import { InputError } from '../src/errors.ts';
import { readDocument } from '../src/scenario/text/document.ts';

const catalog = defaultCatalog();
const { data } = catalog;

describe('looking things up', () => {
  it('ignores letter case and takes ids, ids without provider, and aliases', () => {
    for (const name of ['openai/gpt-4o', 'GPT-4o', 'gpt-4o-2024-08-06'])
      expect(catalog.model(name)).toMatchObject({ ok: { id: 'openai/gpt-4o' } });
    for (const name of ['FRA', 'fr', 'Fra']) expect(catalog.zone(name)?.id).toBe('FRA');
    expect(catalog.region('EU-WEST-3')?.id).toBe('aws/eu-west-3');
    expect(catalog.model('gpt-9000')).toBeUndefined();
  });

  it('says which rows an ambiguous bare name could mean', () => {
    const [gpt] = data.models;
    const twice = createCatalog({
      ...data,
      models: [
        { ...gpt!, id: 'a/same', aliases: [] },
        { ...gpt!, id: 'b/same', aliases: [] },
      ],
    });
    expect(twice.model('same')).toEqual({ ambiguous: ['a/same', 'b/same'] });
    expect(twice.model('a/same')).toHaveProperty('ok');
  });

  it('proposes the nearest names, and none when nothing is near', () => {
    expect(catalog.nearest('models', 'gpt4o')[0]).toBe('gpt-4o');
    expect(catalog.nearest('regions', 'aws/eu-west3')[0]).toBe('aws/eu-west-3');
    expect(catalog.nearest('models', 'claude')).toHaveLength(3);
    expect(catalog.nearest('models', 'zzzzzzzz')).toEqual([]);
    expect(nearestNames('iteratons', ['id', 'iterations', 'tokens'])).toEqual(['iterations']);
    expect([editDistance('abcd', 'abdc'), editDistance('kitten', 'sitting'), editDistance('', 'abc')]).toEqual([
      1, 3, 3,
    ]);
  });

  it('searches by words in id, name, alias, place, provider, country', () => {
    expect(catalog.search('regions', 'paris').map((region) => region.id)).toContain('aws/eu-west-3');
    expect(
      catalog
        .search('models', 'MISTRAL large')
        .every((model) => model.id.includes('large') || model.aliases.some((alias) => alias.includes('large'))),
    ).toBe(true);
    expect(catalog.search('zones', ['quebec'])).toEqual([]);
    expect(catalog.search('zones', 'québec')[0]?.id).toBe('CAN-QC');
  });
});

describe('the file of a user', () => {
  const own = {
    sources: [
      {
        id: 'meter',
        title: 'Our meter',
        url: 'https://example.org',
        year: 2026,
        confidence: 'primary',
        review_by: '2027-01-01',
      },
    ],
    zones: [
      {
        id: 'ROOF',
        name: 'Our roof',
        parent: 'FRA',
        kind: 'subdivision',
        ghg: [{ value: 0.03, year: 2026, source: 'meter' }],
      },
    ],
    regions: [
      {
        id: 'own/cellar',
        place: 'Lyon',
        country: 'FRA',
        zone: 'ROOF',
        pue: [{ value: 1.4, year: 2026, source: 'meter' }],
      },
    ],
    defaults: [{ id: 'batch', unit: '1', value: 4, year: 2026, source: 'meter', meaning: 'requests at a time' }],
  };

  it('adds rows and replaces those with the same id, under the same rules', () => {
    const mine = extendCatalog(catalog, own);
    expect(mine.zone('ROOF')).toMatchObject({ ghg: { value: 0.03 }, water: { value: 3.6737, note: 'of FRA' } });
    expect(mine.region('cellar')?.pue?.value).toBe(1.4);
    expect(mine.default('batch')?.figure.value).toBe(4);
    expect(mine.data.models).toHaveLength(350);
    expect(catalog.default('batch')?.figure.value).toBe(64);
  });

  const row = { year: 2026, source: 'project-convention', meaning: 'ours' };

  it('brings a default to the unit of the shipped row', () => {
    const mine = extendCatalog(catalog, {
      defaults: [
        { ...row, id: 'hardware_lifetime', unit: 'month', value: 60, low: 48, high: 72 },
        { ...row, id: 'occupancy', unit: '%', value: 40 },
      ],
    });
    expect(mine.default('hardware_lifetime')?.figure).toMatchObject({ unit: 'year', low: 4, value: 5, high: 6 });
    expect(mine.default('occupancy')?.figure).toMatchObject({ unit: '1', value: 0.4 });
  });

  it.each([
    ['a share above 1', { id: 'occupancy', unit: '1', value: 1.1 }, '1.1 is above 1'],
    ['a batch below 1', { id: 'batch', unit: '1', value: 4, low: 0 }, '0 is below 1'],
    ['no life', { id: 'hardware_lifetime', unit: 'year', value: 0 }, '0 year is below 0.1'],
    ['another dimension', { id: 'hardware_lifetime', unit: 'kWh', value: 4 }, 'the unit kWh does not measure what year does'], // prettier-ignore
    ['an unknown id', { id: 'bacth', unit: '1', value: 4 }, 'there is no such default; the nearest are batch'],
  ])('refuses a default with %s', (_, fields, reason) => {
    const refused = (): unknown => extendCatalog(catalog, { defaults: [{ ...row, ...fields }] });
    expect(refused).toThrow(`row "${fields.id}" of defaults: ${reason}`);
  });

  it.each([
    ['an unknown id', { id: 'zone', choice: 'FRA' }, /there is no such choice/],
    ['an unknown name', { id: 'accelerator', choice: 'h101' }, /the catalogue holds no "h101"/],
    ['a sector of another currency', { id: 'spend_sector_usd', choice: 'computing-services' }, /holds no "computing/],
  ])('refuses a choice with %s', (_, fields, reason) => {
    const choices = [{ source: 'project-convention', meaning: 'ours', ...fields }];
    expect(() => extendCatalog(catalog, { choices })).toThrow(reason);
  });

  it('tells every row that is wrong at its place, and not what follows from a refused source', () => {
    const text = `sources:
  - { id: meter, title: Meter }
zones:
  - { id: ROOF, name: Roof, parent: FRA, ghg: [{ value: 0.03, year: 2026, source: meter }] }
defaults:
  - { id: batch, unit: '1', value: 4, year: 2026, source: project-convention, meaning: x }
  - { id: batch, unit: '1', value: 5, year: 2026, source: project-convention, meaning: x }
  - { id: idle, unit: '1', value: lots, year: 2026, source: project-convention, meaning: x }
`;
    const { value, locate } = readDocument({ file: 'own.yaml', text });
    try {
      extendCatalog(catalog, value, locate);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.problems.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
        ['catalog-row', 'own.yaml', 2, 5],
        ['catalog-row', 'own.yaml', 7, 5],
        ['catalog-row', 'own.yaml', 8, 35],
      ]);
    }
  });

  it.each([
    [{ modls: [] }, /modls.*nearest is "models"/],
    [
      { zones: [{ id: 'X', name: 'x', parent: 'FRA', ghg: [{ value: 0.1, year: 2026, source: 'none' }] }] },
      /zones.*unknown source "none"/,
    ],
    [{ regions: {} }, /a table is a list of rows/],
    ['text', /should hold tables/],
  ])('is refused when it is wrong: %j', (extra, message) => {
    try {
      extendCatalog(catalog, extra);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).problems[0]?.code).toBe('catalog-row');
      expect((error as InputError).message).toMatch(message);
    }
  });
});

describe('lookups', () => {
  it('going through the rows and asking the index give the same', () => {
    const indexed = createCatalog(data);
    for (let count = 0; count < 20; count += 1) indexed.model('warm the index');
    const names = data.models.flatMap(({ id, aliases }) => [id, id.toUpperCase(), id.split('/')[1] ?? id, ...aliases]);
    for (const name of [...names, 'nobody']) expect(createCatalog(data).model(name)).toEqual(indexed.model(name));
    // The shipped catalogue, of which a row may be parsed alone.
    let fresh = unpack(compiled);
    let packed = createCatalog(fresh.data, fresh.closed);
    for (const [place, name] of [...names, 'nobody'].entries()) {
      if (place % 5 === 0) {
        fresh = unpack(compiled);
        packed = createCatalog(fresh.data, fresh.closed);
      }
      expect(packed.model(name)).toEqual(indexed.model(name));
    }
  });

  it('an id letter for letter goes before one in other letters, however often was asked before', () => {
    const [model] = data.models;
    if (!model) throw new Error('no model');
    const twins = createCatalog({
      ...data,
      models: [
        { ...model, id: 'a/Big' },
        { ...model, id: 'a/big' },
      ],
    });
    for (let count = 0; count < 20; count += 1) {
      expect(twins.model('a/big')).toMatchObject({ ok: { id: 'a/big' } });
      expect(twins.model('a/Big')).toMatchObject({ ok: { id: 'a/Big' } });
      expect(twins.model('A/BIG')).toEqual({ ambiguous: ['a/Big', 'a/big'] });
    }
  });

  it('rows of a provider are those of the table, in its order', () => {
    const { data: own, closed } = unpack(compiled);
    const packed = createCatalog(own, closed);
    const providers = ['aws', 'gcp'];
    expect(packed.provided('regions', providers)).toEqual(
      data.regions.filter((row) => providers.includes(row.provider)),
    );
    expect(catalog.provided('models', ['nobody'])).toEqual([]);
  });
});

describe('the packed catalogue', () => {
  it('a row by its id, letter for letter, is the row of its table: asked for before the table, and after', () => {
    const { data, closed } = unpack(compiled);
    const before = closed.row('models', 'meta/llama-3.1-8b-instruct');
    expect(before).toMatchObject({ id: 'meta/llama-3.1-8b-instruct', provider: 'meta' });
    const others = ['meta/llama-3.1-8b', 'META/llama-3.1-8b-instruct', 'a"', 'é', ''];
    expect(others.map((id) => closed.row('models', id))).toEqual(others.map(() => undefined));
    expect(data.models.find(({ id }) => id === before?.id)).toBe(before);
    expect(data.models).toHaveLength(closed.rows('models').length);
    expect(closed.row('models', 'meta/llama-3.1-8b-instruct')).toBe(before);
    expect(closed.row('zones', 'FR')).toBe(data.zones.find(({ id }) => id === 'FR'));
  });

  it('the last row of a table, and the only one that a bare name means, are found as the others', () => {
    const catalog = defaultCatalog();
    for (const table of ['models', 'zones', 'sources'] as const) {
      const last = unpack(compiled).data[table].at(-1);
      expect(unpack(compiled).closed.row(table, last?.id ?? '')?.id).toBe(last?.id);
    }
    const bare = catalog.model('llama-3.1-8b-instruct');
    expect(bare).toEqual(catalog.model('Meta/Llama-3.1-8B-Instruct'));
    expect(bare).toEqual(catalog.model(' meta/llama-3.1-8b-instruct '));
  });
});

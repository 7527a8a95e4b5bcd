/**
 * Units of the field: parsing, comparison, conversion. One table for scenario files, data, and equations.
 *
 * A unit is a product of powers of base dimensions with a scale: `kWh` is 3.6e6 J, `L/kWh` is a volume over
 * an energy. Counted things (request, token, parameter) are dimensions too, so that an equation cannot add
 * an energy per token to an energy per request.
 */

/** Exponent of each base dimension; a dimension that is absent has exponent 0. */
export type Dimensions = Readonly<Record<string, number>>;

export interface Unit {
  readonly dimensions: Dimensions;
  /** Size of one of this unit in base units (J, s, kgCO2e, ...). */
  readonly scale: number;
}

/** A value with its plausible bounds, read as the 5th, 50th and 95th percentile. */
export interface Range {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** A value without width. */
export const exactly = (value: number): Range => ({ low: value, central: value, high: value });

/** A range in another unit, or so many of it. */
export const scaled = ({ low, central, high }: Range, by: number): Range => ({
  low: low * by,
  central: central * by,
  high: high * by,
});

interface Symbol {
  readonly dimensions: Dimensions;
  readonly scale: number;
  /** Whether SI prefixes apply. */
  readonly prefixes?: readonly string[];
}

const metric = ['n', 'u', 'µ', 'm', 'k', 'M', 'G', 'T', 'P'];
const large = ['k', 'M', 'G', 'T', 'P'];

const prefixScale: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  µ: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  B: 1e9,
  T: 1e12,
  P: 1e15,
};

const day = 86_400;

const table: Readonly<Record<string, Symbol>> = {
  '1': { dimensions: {}, scale: 1 },
  '%': { dimensions: {}, scale: 0.01 },
  // Energy and power
  J: { dimensions: { energy: 1 }, scale: 1, prefixes: metric },
  Wh: { dimensions: { energy: 1 }, scale: 3600, prefixes: metric },
  W: { dimensions: { energy: 1, time: -1 }, scale: 1, prefixes: metric },
  // Time: a year is 365 days, a month a twelfth of it (METHOD, volumes)
  s: { dimensions: { time: 1 }, scale: 1, prefixes: ['n', 'u', 'µ', 'm'] },
  min: { dimensions: { time: 1 }, scale: 60 },
  h: { dimensions: { time: 1 }, scale: 3600 },
  day: { dimensions: { time: 1 }, scale: day },
  week: { dimensions: { time: 1 }, scale: 7 * day },
  month: { dimensions: { time: 1 }, scale: (365 / 12) * day },
  quarter: { dimensions: { time: 1 }, scale: (365 / 4) * day },
  year: { dimensions: { time: 1 }, scale: 365 * day },
  // Mass: of anything, of greenhouse gases, of antimony equivalents
  g: { dimensions: { mass: 1 }, scale: 1e-3, prefixes: metric },
  t: { dimensions: { mass: 1 }, scale: 1e3, prefixes: large },
  gCO2e: { dimensions: { ghg: 1 }, scale: 1e-3, prefixes: metric },
  tCO2e: { dimensions: { ghg: 1 }, scale: 1e3, prefixes: large },
  gSbeq: { dimensions: { antimony: 1 }, scale: 1e-3, prefixes: metric },
  // Volume, distance, money
  L: { dimensions: { volume: 1 }, scale: 1, prefixes: ['u', 'µ', 'm', 'k', 'M', 'G'] },
  m3: { dimensions: { volume: 1 }, scale: 1e3 },
  km: { dimensions: { distance: 1 }, scale: 1 },
  // `money` is the currency of the scenario, in equations that hold in any of them.
  money: { dimensions: { money: 1 }, scale: 1 },
  EUR: { dimensions: { EUR: 1 }, scale: 1, prefixes: large },
  USD: { dimensions: { USD: 1 }, scale: 1, prefixes: large },
  CAD: { dimensions: { CAD: 1 }, scale: 1, prefixes: large },
  GBP: { dimensions: { GBP: 1 }, scale: 1, prefixes: large },
  // Computing
  bit: { dimensions: { information: 1 }, scale: 1 },
  B: { dimensions: { information: 1 }, scale: 8, prefixes: large },
  FLOP: { dimensions: { operation: 1 }, scale: 1, prefixes: large },
  parameter: { dimensions: { parameter: 1 }, scale: 1 },
  Gparameter: { dimensions: { parameter: 1 }, scale: 1e9 },
  token: { dimensions: { token: 1 }, scale: 1 },
  request: { dimensions: { request: 1 }, scale: 1 },
  unit: { dimensions: { unit: 1 }, scale: 1 },
  user: { dimensions: { user: 1 }, scale: 1 },
  device: { dimensions: {}, scale: 1 },
  period: { dimensions: { period: 1 }, scale: 1 },
  px: { dimensions: { pixel: 1 }, scale: 1 },
};

/** Usual spellings of the same unit. Case matters in units: `MJ` and `mJ` are nine orders of magnitude apart. */
const spellings: Readonly<Record<string, string>> = {
  second: 's',
  seconds: 's',
  minute: 'min',
  minutes: 'min',
  hour: 'h',
  hours: 'h',
  d: 'day',
  days: 'day',
  weeks: 'week',
  months: 'month',
  quarters: 'quarter',
  yr: 'year',
  y: 'year',
  a: 'year',
  years: 'year',
  l: 'L',
  litre: 'L',
  litres: 'L',
  liter: 'L',
  liters: 'L',
  tonne: 't',
  tonnes: 't',
  gSb: 'gSbeq',
  requests: 'request',
  prompt: 'request',
  prompts: 'request',
  tokens: 'token',
  units: 'unit',
  users: 'user',
  parameters: 'parameter',
  Gparameters: 'Gparameter',
  bits: 'bit',
  devices: 'device',
  pixel: 'px',
  pixels: 'px',
  '€': 'EUR',
};

function normalise(symbol: string): string {
  return symbol.replace(/CO2(?:eq|-?eq|e)?$/, 'CO2e').replace(/Sb(?:eq|-?eq|e)?$/, 'Sbeq');
}

function lookUp(symbol: string): Symbol | undefined {
  const name = spellings[symbol] ?? symbol;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function parseSymbol(written: string): Symbol | undefined {
  // "kgCO2" alone counts carbon dioxide only; it is refused rather than read as CO2e.
  if (written.endsWith('CO2')) return undefined;
  const symbol = normalise(written);
  const whole = lookUp(symbol);
  if (whole) return whole;
  const prefix = symbol.slice(0, 1);
  const base = lookUp(symbol.slice(1));
  if (base?.prefixes?.includes(prefix)) {
    return { dimensions: base.dimensions, scale: base.scale * (prefixScale[prefix] ?? Number.NaN) };
  }
  return undefined;
}

export function power(unit: Unit, exponent: number): Unit {
  const dimensions: Record<string, number> = {};
  for (const [name, value] of Object.entries(unit.dimensions)) {
    if (value * exponent !== 0) dimensions[name] = value * exponent;
  }
  return { dimensions, scale: unit.scale ** exponent };
}

export function multiply(left: Unit, right: Unit): Unit {
  const dimensions: Record<string, number> = { ...left.dimensions };
  for (const [name, value] of Object.entries(right.dimensions)) {
    const sum = (dimensions[name] ?? 0) + value;
    if (Math.abs(sum) < 1e-12) delete dimensions[name];
    else dimensions[name] = sum;
  }
  return { dimensions, scale: left.scale * right.scale };
}

export const dimensionless: Unit = { dimensions: {}, scale: 1 };

/**
 * Reads a unit such as `kWh`, `kgCO2e/kWh`, `FLOP/s`, `J/token/request`.
 * Returns undefined when a symbol is not known; never guesses.
 */
export function parseUnit(text: string): Unit | undefined {
  const parts = text.trim().split('/');
  let unit = dimensionless;
  for (const [place, part] of parts.entries()) {
    for (const factor of part.trim().split('*')) {
      const symbol = parseSymbol(factor.trim());
      if (!symbol) return undefined;
      unit = multiply(unit, place === 0 ? symbol : power(symbol, -1));
    }
  }
  return unit;
}

export function sameDimensions(left: Unit, right: Unit): boolean {
  const names = new Set([...Object.keys(left.dimensions), ...Object.keys(right.dimensions)]);
  for (const name of names) {
    if (Math.abs((left.dimensions[name] ?? 0) - (right.dimensions[name] ?? 0)) > 1e-9) return false;
  }
  return true;
}

/** What a unit measures, in words of dimensions: `energy/request`. For messages about units that do not agree. */
export function describeDimensions(unit: Unit): string {
  const entries = Object.entries(unit.dimensions);
  const side = (sign: number): string =>
    entries
      .filter(([, exponent]) => Math.sign(exponent) === sign)
      .map(([name, exponent]) => (Math.abs(exponent) === 1 ? name : `${name}^${Math.abs(exponent)}`))
      .join('*');
  const top = side(1) || '1';
  const bottom = side(-1);
  return bottom ? `${top}/${bottom}` : top;
}

/** The spelling of a unit that a scenario may have meant: same letters, other case. Undefined when none. */
export function nearestUnit(text: string): string | undefined {
  const wanted = text.toLowerCase().replace(/co2$/, 'co2e');
  return commonUnits.find((unit) => unit.toLowerCase() === wanted);
}

const commonUnits = [
  'Wh', 'kWh', 'MWh', 'GWh', 'TWh', 'J', 'kJ', 'MJ', 'GJ', 'W', 'kW', 'MW',
  'gCO2e', 'kgCO2e', 'tCO2e', 'ktCO2e', 'MtCO2e', 'gCO2e/kWh', 'kgCO2e/kWh', 'tCO2e/MWh',
  'mL', 'L', 'm3', 'L/kWh', 'kgSbeq', 'kgSbeq/kWh', 'MJ/kWh', 'EUR', 'USD', 'CAD', 'GBP', 'kEUR', 'EUR/t', '%',
]; // prettier-ignore

/**
 * A number inside a formula: four digits, the same in every language, because a comma parts arguments there.
 * Example printNumber(0.000712345) -> '7.123e-4'
 */
export function printNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e7) return String(value);
  const [mantissa = '', power = '0'] = value.toExponential(3).split('e');
  if (size >= 1e-3 && size < 1e7) return String(Number(value.toPrecision(4)));
  return `${Number(mantissa)}e${Number(power)}`;
}

/** A value with its unit, as it stands in a formula. A pure number has none. */
export function printValue(value: number, unit: string): string {
  return unit === '1' ? printNumber(value) : `${printNumber(value)} ${unit}`;
}

/** The practice of another place, as a scenario states it. */
import type { Location, LocationPractice, Usage } from '../types.ts';
import type { Context } from '../resolve/fill.ts';
import { resolveLocations } from '../resolve/location.ts';
import { placeSetting, placeToday, type Found, type Today } from './today.ts';
import { changesNothing, none } from './range-change.ts';

/** The scenario's place, resolved as if the usage had been there always. Only what the practice determines. */
function placeInputs(context: Context, today: Today, stated: LocationPractice, owner: string) {
  const { region, grid, pue, wue, share } = stated;
  const location: Location = {
    share: 1,
    path: region === undefined ? 'location.grid' : 'location.region',
    ...(region === undefined ? {} : { region }),
    ...(grid === undefined ? {} : { grid }),
  };
  const { usage, host } = today;
  const { pue: _pue, wue: _wue, ...others } = usage;
  const moved: Usage = {
    ...others,
    path: owner,
    locations: [location],
    unknown: [],
    ...(pue ? { pue } : {}),
    ...(wue ? { wue } : {}),
  };
  const [there] = resolveLocations(context, moved, host);
  if (!there) return undefined;
  const own = typeof grid === 'object' ? grid : {};
  const determined: Readonly<Record<string, boolean>> = {
    grid_ghg: region !== undefined || typeof grid === 'string' || own.intensity !== undefined,
    grid_water: region !== undefined || typeof grid === 'string' || own.water !== undefined,
    grid_adpe: region !== undefined || typeof grid === 'string' || own.adpe !== undefined,
    grid_primary_energy: region !== undefined || typeof grid === 'string' || own.primary_energy !== undefined,
    pue: region !== undefined || pue !== undefined,
    wue: region !== undefined || wue !== undefined,
  };
  const inputs = there.inputs.filter(({ id }) => determined[id]);
  return { inputs, name: there.name, share };
}

export function location(context: Context, today: Today, stated: LocationPractice, owner: string): Found {
  const there = placeInputs(context, today, stated, owner);
  if (!there) return none('out-of-reach', 'place-unknown');
  const { inputs, name, share } = there;
  const from = placeToday(today);
  const to = placeSetting(name, inputs);
  if (today.locations.length === 1 && changesNothing(today, inputs)) return { status: 'already-so', from, to };
  return { status: 'applies', inputs, share, from, to };
}

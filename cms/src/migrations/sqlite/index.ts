import * as migration_20261124_213431_initial from './20261124_213431_initial';
import * as migration_20261128_060539_case_clocks from './20261128_060539_case_clocks';

export const migrations = [
  {
    up: migration_20261124_213431_initial.up,
    down: migration_20261124_213431_initial.down,
    name: '20261124_213431_initial',
  },
  {
    up: migration_20261128_060539_case_clocks.up,
    down: migration_20261128_060539_case_clocks.down,
    name: '20261128_060539_case_clocks'
  },
];

import * as migration_20261124_213431_initial from './20261124_213431_initial';
import * as migration_20261128_051322_department_names from './20261128_051322_department_names';
import * as migration_20261128_052835_people from './20261128_052835_people';

export const migrations = [
  {
    up: migration_20261124_213431_initial.up,
    down: migration_20261124_213431_initial.down,
    name: '20261124_213431_initial',
  },
  {
    up: migration_20261128_051322_department_names.up,
    down: migration_20261128_051322_department_names.down,
    name: '20261128_051322_department_names'
  },
  {
    up: migration_20261128_052835_people.up,
    down: migration_20261128_052835_people.down,
    name: '20261128_052835_people'
  },
];

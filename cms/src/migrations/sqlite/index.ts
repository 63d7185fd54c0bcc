import * as migration_20261124_213431_initial from './20261124_213431_initial';
import * as migration_20261128_064358_names_people_clocks from './20261128_064358_names_people_clocks';
import * as migration_20261128_091240_without_league_tables from './20261128_091240_without_league_tables';
import * as migration_20261128_094504_host_and_whistle from './20261128_094504_host_and_whistle';
import * as migration_20261128_095534_cadre_arrivals from './20261128_095534_cadre_arrivals';
import * as migration_20261128_125821_contact_rows from './20261128_125821_contact_rows';
import * as migration_20261128_130057_globals_saved_by from './20261128_130057_globals_saved_by';
import * as migration_20261128_132014_roles_and_reach from './20261128_132014_roles_and_reach';
import * as migration_20261128_133055_import_mappings from './20261128_133055_import_mappings';
import * as migration_20261128_134115_workflow_steps from './20261128_134115_workflow_steps';
import * as migration_20261128_135241_privacy_gate from './20261128_135241_privacy_gate';
import * as migration_20261128_135752_notes_history from './20261128_135752_notes_history';
import * as migration_20261128_140013_licence_and_time from './20261128_140013_licence_and_time';
import * as migration_20261128_155122_imports from './20261128_155122_imports';
import * as migration_20261128_161203_bin from './20261128_161203_bin';
import * as migration_20261128_164150_import_reserved from './20261128_164150_import_reserved';
import * as migration_20261128_171923_note_hash from './20261128_171923_note_hash';
import * as migration_20261128_172346_mergers from './20261128_172346_mergers';

export const migrations = [
  {
    up: migration_20261124_213431_initial.up,
    down: migration_20261124_213431_initial.down,
    name: '20261124_213431_initial',
  },
  {
    up: migration_20261128_064358_names_people_clocks.up,
    down: migration_20261128_064358_names_people_clocks.down,
    name: '20261128_064358_names_people_clocks',
  },
  {
    up: migration_20261128_091240_without_league_tables.up,
    down: migration_20261128_091240_without_league_tables.down,
    name: '20261128_091240_without_league_tables',
  },
  {
    up: migration_20261128_094504_host_and_whistle.up,
    down: migration_20261128_094504_host_and_whistle.down,
    name: '20261128_094504_host_and_whistle',
  },
  {
    up: migration_20261128_095534_cadre_arrivals.up,
    down: migration_20261128_095534_cadre_arrivals.down,
    name: '20261128_095534_cadre_arrivals',
  },
  {
    up: migration_20261128_125821_contact_rows.up,
    down: migration_20261128_125821_contact_rows.down,
    name: '20261128_125821_contact_rows',
  },
  {
    up: migration_20261128_130057_globals_saved_by.up,
    down: migration_20261128_130057_globals_saved_by.down,
    name: '20261128_130057_globals_saved_by',
  },
  {
    up: migration_20261128_132014_roles_and_reach.up,
    down: migration_20261128_132014_roles_and_reach.down,
    name: '20261128_132014_roles_and_reach',
  },
  {
    up: migration_20261128_133055_import_mappings.up,
    down: migration_20261128_133055_import_mappings.down,
    name: '20261128_133055_import_mappings',
  },
  {
    up: migration_20261128_134115_workflow_steps.up,
    down: migration_20261128_134115_workflow_steps.down,
    name: '20261128_134115_workflow_steps',
  },
  {
    up: migration_20261128_135241_privacy_gate.up,
    down: migration_20261128_135241_privacy_gate.down,
    name: '20261128_135241_privacy_gate',
  },
  {
    up: migration_20261128_135752_notes_history.up,
    down: migration_20261128_135752_notes_history.down,
    name: '20261128_135752_notes_history',
  },
  {
    up: migration_20261128_140013_licence_and_time.up,
    down: migration_20261128_140013_licence_and_time.down,
    name: '20261128_140013_licence_and_time',
  },
  {
    up: migration_20261128_155122_imports.up,
    down: migration_20261128_155122_imports.down,
    name: '20261128_155122_imports',
  },
  {
    up: migration_20261128_161203_bin.up,
    down: migration_20261128_161203_bin.down,
    name: '20261128_161203_bin',
  },
  {
    up: migration_20261128_164150_import_reserved.up,
    down: migration_20261128_164150_import_reserved.down,
    name: '20261128_164150_import_reserved',
  },
  {
    up: migration_20261128_171923_note_hash.up,
    down: migration_20261128_171923_note_hash.down,
    name: '20261128_171923_note_hash',
  },
  {
    up: migration_20261128_172346_mergers.up,
    down: migration_20261128_172346_mergers.down,
    name: '20261128_172346_mergers'
  },
];

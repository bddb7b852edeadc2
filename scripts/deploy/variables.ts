import { ENVIRONMENT_NAMES } from '../build/cloudbase-config';

/** What an upload must be told, and what each is. */
export const UPLOAD_VARIABLES: Readonly<Record<string, string>> = {
  WX_APPID: "the mini program's id",
  WX_PRIVATE_KEY_PATH:
    'file of the upload key from the WeChat public platform, whose list must hold this address',
  CLOUDBASE_ENV: 'id of the CloudBase environment',
};

const MEANINGS: Readonly<Record<(typeof ENVIRONMENT_NAMES)[number], string>> = {
  YILUTONG_FIELD_KEY:
    '32 random bytes in base64; whoever loses it loses the names and numbers of all patients',
  YILUTONG_INDEX_KEY: '32 random bytes in base64; never changed while there is data',
  YILUTONG_SUB_MCH_ID: "the hospital's merchant number at WeChat Pay",
};

/** Set once in the console, with the same value for every function. */
export const functionVariables = (): string[] =>
  ENVIRONMENT_NAMES.map((name) => `${name}  ${MEANINGS[name]}`);

export const missingVariables = (environment: NodeJS.ProcessEnv): string[] =>
  Object.entries(UPLOAD_VARIABLES)
    .filter(([name]) => (environment[name] ?? '') === '')
    .map(([name, meaning]) => `${name}  ${meaning}`);

// What the build puts in the place of the SDK's own surroundings: its small checker of arguments instead of ajv, which is five
// times as large and makes code at run time.
export { default as process } from 'node:process';
export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';

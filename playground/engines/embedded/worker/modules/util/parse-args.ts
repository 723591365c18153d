import { invalidArgValue } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import {
  validateArray,
  validateArrayOf,
  validateBoolean,
  validateObject,
  validateString,
  validateUnion,
} from '../errors/validate.ts';
import {
  optionOf,
  own,
  tokensOf,
  type OptionConfig,
  type OptionsConfig,
  type OptionToken,
  type Token,
} from './parse-args-tokens.ts';

/** `util.parseArgs`: options and positionals of a command line. */

interface ParseArgsConfig {
  readonly args?: readonly string[];
  readonly strict?: boolean;
  readonly allowPositionals?: boolean;
  readonly allowNegative?: boolean;
  readonly tokens?: boolean;
  readonly options?: OptionsConfig;
}

interface Rules {
  readonly strict: boolean;
  readonly allowPositionals: boolean;
  readonly allowNegative: boolean;
  readonly options: OptionsConfig;
}

type Values = Record<string, unknown>;

interface ParsedArgs {
  readonly values: Values;
  readonly positionals: string[];
  tokens?: Token[];
}

function checkDefault(value: unknown, name: string, { type, multiple }: OptionConfig): void {
  const check: (value: unknown, name: string) => void =
    type === 'string' ? validateString : validateBoolean;
  if (multiple) validateArrayOf(value, name, check);
  else check(value, name);
}

function checkOption(name: string, config: OptionConfig): void {
  const at = `options.${name}`;
  validateObject(config, at);
  validateUnion(own(config, 'type'), `${at}.type`, ['string', 'boolean']);
  if (Object.hasOwn(config, 'short')) {
    validateString(config.short, `${at}.short`);
    if (config.short.length !== 1)
      throw invalidArgValue(`${at}.short`, config.short, 'must be a single character');
  }
  if (Object.hasOwn(config, 'multiple')) validateBoolean(config.multiple, `${at}.multiple`);
  const standard = own(config, 'default');
  if (standard !== undefined) checkDefault(standard, `${at}.default`, config);
}

function unknownOption(rawName: string, allowPositionals: boolean): Error {
  const asPositional =
    `. To specify a positional argument starting with a '-', place it at the end of the command ` +
    `after '--', as in '-- ${JSON.stringify(rawName)}`;
  const message = `Unknown option '${rawName}'${allowPositionals ? asPositional : ''}`;
  return nodeError(TypeError, 'ERR_PARSE_ARGS_UNKNOWN_OPTION', message, parseArgs);
}

function badValue(message: string): Error {
  return nodeError(TypeError, 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE', message, parseArgs);
}

/** The option that a name stands for: `no-color` may be the negation of `color`. */
function declaredName({ name, rawName }: OptionToken, rules: Rules): string {
  const { options, allowNegative, allowPositionals } = rules;
  if (Object.hasOwn(options, name)) return name;
  const positive = name.slice('no-'.length);
  const negates = allowNegative && name.startsWith('no-');
  if (negates && own(optionOf(options, positive), 'type') === 'boolean') return positive;
  throw unknownOption(rawName, allowPositionals);
}

function checkUsage(token: OptionToken, rules: Rules): void {
  const name = declaredName(token, rules);
  const config = optionOf(rules.options, name);
  const short = own(config, 'short');
  const type = own(config, 'type');
  const shown = `${short ? `-${short}, ` : ''}--${name}`;
  if (type === 'string' && typeof token.value !== 'string')
    throw badValue(`Option '${shown} <value>' argument missing`);
  if (type === 'boolean' && token.value !== undefined)
    throw badValue(`Option '${shown}' does not take an argument`);
}

/** `--file --verbose`: the value was probably forgotten. */
function checkAmbiguity({ name, rawName, value, inlineValue }: OptionToken): void {
  if (inlineValue || value === undefined || value.length < 2 || !value.startsWith('-')) return;
  const example = rawName.startsWith('--')
    ? `'${rawName}=-XYZ'`
    : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
  throw badValue(
    `Option '${rawName}' argument is ambiguous.\n` +
      `Did you forget to specify the option argument for '${rawName}'?\n` +
      `To specify an option argument starting with a dash use ${example}.`,
  );
}

function store(token: OptionToken, { options, allowNegative }: Rules, values: Values): void {
  if (token.name === '__proto__') return;
  const negates = allowNegative && token.name.startsWith('no-') && token.value === undefined;
  if (negates) token.name = token.name.slice('no-'.length);
  const { name } = token;
  const value = negates ? false : (token.value ?? true);
  const earlier = values[name];
  if (own(optionOf(options, name), 'multiple') !== true) values[name] = value;
  else if (Array.isArray(earlier)) earlier.push(value);
  else values[name] = [value];
}

function storeDefaults(options: OptionsConfig, values: Values): void {
  for (const [name, config] of Object.entries(options)) {
    const standard = own(config, 'default');
    if (standard !== undefined && values[name] === undefined && name !== '__proto__')
      values[name] = standard;
  }
}

function readRules(config: ParseArgsConfig): Rules & { args: readonly string[]; tokens: boolean } {
  const args = own(config, 'args') ?? process.argv.slice(2);
  const strict = own(config, 'strict') ?? true;
  const allowPositionals = own(config, 'allowPositionals') ?? !strict;
  const tokens = own(config, 'tokens') ?? false;
  const allowNegative = own(config, 'allowNegative') ?? false;
  const options = own(config, 'options') ?? {};
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(tokens, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  validateObject(options, 'options');
  for (const [name, option] of Object.entries(options)) checkOption(name, option);
  return { args, strict, allowPositionals, tokens, allowNegative, options };
}

/**
 * @returns values without a prototype, since their names come from outside
 * @throws {TypeError} at wrong settings, and in strict mode at words that they do not allow
 */
export function parseArgs(config: ParseArgsConfig = {}): ParsedArgs {
  const { args, tokens: wantsTokens, ...rules } = readRules(config);
  const tokens = tokensOf(args, rules.options);
  const values = Object.create(null) as Values;
  const parsed: ParsedArgs = { values, positionals: [], ...(wantsTokens && { tokens }) };
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (rules.strict) {
        checkUsage(token, rules);
        checkAmbiguity(token);
      }
      store(token, rules, values);
    } else if (token.kind === 'positional') {
      if (!rules.allowPositionals) {
        const message = `Unexpected argument '${token.value}'. This command does not take positional arguments`;
        throw nodeError(TypeError, 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', message, parseArgs);
      }
      parsed.positionals.push(token.value);
    }
  }
  storeDefaults(rules.options, values);
  return parsed;
}

import * as http from 'node:http';
import * as https from 'node:https';
import type { Program } from '../program/program';
import { ClientRequest, type RequestOptions } from './client-request';
import { IncomingMessage } from './message';
import type { Network } from './network';
import { Server, ServerResponse } from './server';

type Given = string | URL | RequestOptions | ((response: IncomingMessage) => void) | undefined;

const fromUrl = (given: string | URL): RequestOptions => {
  const url = new URL(given);
  const { protocol, hostname, port, pathname, search, username, password } = url;
  return {
    protocol,
    hostname,
    path: `${pathname}${search}`,
    ...(port === '' ? {} : { port }),
    ...(username === '' ? {} : { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` }),
  };
};

const optionsOf = (given: Given[]): RequestOptions =>
  given.reduce<RequestOptions>((merged, one) => {
    if (typeof one === 'string' || one instanceof URL) return { ...merged, ...fromUrl(one) };
    if (typeof one !== 'object') return merged;
    // A host given by itself replaces that of the URL.
    const { hostname = one.host ?? merged.hostname } = one;
    return { ...merged, ...one, ...(hostname == null ? {} : { hostname }) };
  }, {});

const moduleOf = (program: Program, network: Network, real: object): Record<string, unknown> => {
  const protocol = real === https ? 'https:' : 'http:';
  const request = (...given: Given[]): ClientRequest => {
    const made = new ClientRequest(program, network, { protocol, ...optionsOf(given) });
    const respond = given.find((one) => typeof one === 'function');
    if (respond !== undefined) made.once('response', respond);
    return made;
  };
  const get = (...given: Given[]): ClientRequest => {
    const made = request(...given);
    made.end();
    return made;
  };
  const createServer = (...given: unknown[]): Server =>
    new Server(program, network, given.find((one) => typeof one === 'function') as never);
  return { ...real, request, get, createServer, ClientRequest, IncomingMessage, Server, ServerResponse };
};

/** What a program sees as node:http and node:https: the same network without sockets. */
export function httpModules(program: Program, network: Network): Record<string, () => unknown> {
  return { http: () => moduleOf(program, network, http), https: () => moduleOf(program, network, https) };
}

/**
 * Sets the variables of one event and takes away those of the event before, so that an event without
 * a caller never sees the identity of an earlier one.
 */
export function eventVariables(env: NodeJS.ProcessEnv): (variables: Record<string, string>) => void {
  let previous: string[] = [];
  return (variables) => {
    for (const name of previous) if (!(name in variables)) Reflect.deleteProperty(env, name);
    Object.assign(env, variables);
    previous = Object.keys(variables);
  };
}

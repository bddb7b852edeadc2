import type { RouteName, Routes } from '../navigate';

/** Where a message leads. */
export type Destination = {
  [Name in RouteName]: { readonly page: Name; readonly query: Routes[Name] };
}[RouteName];

import { refuse, succeed } from '../answers';
import { ERROR } from '../error-codes';
import type { InterfaceFactory } from '../interface';

/** cloudbase.getOpenData: the data behind cloudIDs of the calling user. */
export const getOpenData: InterfaceFactory =
  ({ cloudIds }) =>
  ({ cloudid_list: ids }, { openid }) => {
    if (!Array.isArray(ids) || ids.length === 0) return refuse(ERROR.invalidArguments, 'invalid args');
    const list = ids.map((id) => ({
      cloud_id: String(id),
      json: JSON.stringify(cloudIds.open(String(id), openid)),
    }));
    return succeed({ data_list: list });
  };

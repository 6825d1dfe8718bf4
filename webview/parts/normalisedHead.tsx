import { words } from '../words';

/** Over values of what does not sum to one: as given, and after normalising. */
export function NormalisedHead() {
  return (
    <thead>
      <tr>
        <td />
        <th scope="col">{words.distribution.asGiven}</th>
        <th scope="col">{words.distribution.afterNormalising}</th>
      </tr>
    </thead>
  );
}

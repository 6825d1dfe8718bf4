import type { Steps } from '../steps';
import { readWhole } from './exported/members';
import type { JsonMember, JsonObject } from './json';
import { choiceOf, membersByRole, numbersOf, reportType } from './jsonValues';
import { namesOutput, networkOfLoss } from './lossAlone';
import type { NetworkParts } from './networkParts';
import type { Source } from './source';

/** Whether an object is of a loss by itself: `{"loss": "mse", "output": [0.5, 1], "target": [1, 0]}`. */
export function isLossDocument({ members }: JsonObject): boolean {
  if (!members.some(({ role }) => role === 'loss')) return false;
  const roles = members.map(({ role }) => role);
  const others = roles.filter((role) => role !== 'loss' && role !== 'target' && role !== 'reduction');
  return (
    roles.includes('target') &&
    others.length === 1 &&
    members.some(isOutput) &&
    members.every(({ role, value }) => role !== 'loss' || value.type !== 'numbers')
  );
}

function isOutput({ key, role }: JsonMember): boolean {
  return role === 'input' || namesOutput(key);
}

/** The loss of a document as a network. Null where a part could not be read. */
export function* readJsonLoss(source: Source, { span }: JsonObject): Steps<NetworkParts | null> {
  const object = yield* readWhole(source, span);
  const members = membersByRole(object);
  const given = object.members.find(isOutput);
  const output = numbersOf(source, given);
  const loss = choiceOf(source, members.get('loss'));
  const target = numbersOf(source, members.get('target'));
  if (given === undefined || output === null || loss === null || target === null) return null;
  if (output.shape.length > 2) {
    reportType(source, given.value, 'vector');
    return null;
  }
  const reduction = choiceOf(source, members.get('reduction'));
  return networkOfLoss(source, { output, target, loss, reduction });
}

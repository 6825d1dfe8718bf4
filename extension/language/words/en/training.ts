import type { DescentObstacle } from '../../../protocol/details/descentStep';
import { counted, grouped } from './counting';

/** What is said of descent steps and of training. */
export const training = {
  title: 'Training',
  /** After a step was written to the text. */
  stepped: (optimizer: string, rate: string, before: string, after: string) =>
    `One step of ${optimizer} with η = ${rate}: loss ${before} → ${after}.`,
  obstacle: (obstacle: DescentObstacle): string => {
    switch (obstacle) {
      case 'no-loss':
        return 'There is no loss to descend: a network needs an input and a target for that.';
      case 'unknown-optimizer':
        return 'The optimizer of this text is not known, or has a parameter that it does not take.';
      case 'flat':
        return 'Every derivative is 0: no step leads down from here.';
      case 'implied-numbers':
        return 'Some weights have no number of their own in this text, so that a step cannot be written.';
      case 'too-many-numbers':
        return 'There are too many weights to write a step into the text.';
      case 'not-writable':
        return 'The step leads to numbers that cannot be written here.';
    }
  },
  applyAction: (rate: string) => `Apply one descent step (η = ${rate})`,
  applyStep: 'Write one step to the text',
  optimizer: (name: string, rate: string) => `${name}, η = ${rate}`,
  many: 'Over many steps',
  steps: 'Steps',
  train: 'Train',
  cancel: 'Cancel',
  progress: (done: number, all: number) => `${grouped(done)} of ${counted(all, 'step', 'steps')}`,
  reached: (steps: number, first: string, last: string) =>
    `Loss ${first} → ${last} after ${counted(steps, 'step', 'steps')}.`,
  stationary: (step: number) =>
    `Every derivative is 0 after ${counted(step, 'step', 'steps')}: nothing moves any more.`,
  lowest: (loss: string, step: number) => `Lowest ${loss}, after ${counted(step, 'step', 'steps')}.`,
  notWritten: 'The text keeps its numbers.',
  curve: (first: string, last: string, steps: number) =>
    `loss from ${first} to ${last} over ${counted(steps, 'step', 'steps')}`,
  step: 'step',
  loss: 'loss',
  logarithmic: 'loss, logarithmic',
  values: 'Values',
  copyLearned: 'Copy weights',
  along: 'Loss along one step',
  alongCurve: (largest: string) => `loss as a function of η, back at its value at η = ${largest}`,
  largest: 'largest η that still descends',
  best: 'lowest loss',
  current: 'η of the text',
  model: 'second-order estimate of it, 2‖g‖²/gᵀHg',
  unbounded: 'No largest η was found: the loss falls as far as was looked.',
  ascends: 'No η descends from here.',
  raises: (rate: string) => `One step with η = ${rate} raises the loss.`,
  rate: 'η',
};

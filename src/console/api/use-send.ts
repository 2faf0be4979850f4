import { useMutation } from '@tanstack/preact-query';
import { useRef } from 'preact/hooks';

interface Send<Said, Answer> {
  readonly send: (said: Said) => Promise<Answer>;
  readonly onSend?: () => void;
  readonly onSent?: (answer: Answer, said: Said) => void;
  readonly onRefused?: (fault: Error) => unknown;
  /** However it went. */
  readonly onSettled?: () => void;
}

export interface Sending<Said, Answer> {
  /** Does nothing while what was said before is on its way. */
  send(said: Said): void;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly data: Answer | undefined;
}

/**
 * Sends what a form says. `send` is given it and closes over nothing of the form: what is known
 * here was current when the page was last painted, and text can come in at once with the key that
 * sends it. For the same reason that it is sent only once is not left to a disabled button.
 */
export function useSend<Said, Answer>(how: Send<Said, Answer>): Sending<Said, Answer> {
  const onItsWay = useRef(false);
  const { mutate, isPending, error, data } = useMutation<Answer, Error, Said>({
    mutationFn: how.send,
    onMutate: () => how.onSend?.(),
    onSuccess: (answer, said) => how.onSent?.(answer, said),
    onError: (fault) => how.onRefused?.(fault),
    onSettled: () => {
      onItsWay.current = false;
      how.onSettled?.();
    },
  });
  const send = (said: Said): void => {
    if (onItsWay.current) return;
    onItsWay.current = true;
    mutate(said);
  };
  return { send, isPending, error, data };
}

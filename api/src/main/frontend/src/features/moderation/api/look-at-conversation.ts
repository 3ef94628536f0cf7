import { useMutation } from '@tanstack/react-query';
import { lookSchema } from '@/features/moderation/types/past-page';
import { get, post } from '@/lib/api/client';

interface Purpose {
  conversationId: string;
  /** a case that one holds; a reason is needed without one */
  caseId?: string | undefined;
  reason?: string | undefined;
  /** id of a message: those right before it */
  before?: string | undefined;
  /** a position of the log; now unless told */
  asOf?: string | undefined;
}

/** Looks at what two people wrote to each other. Each look is an event. */
export function useLook() {
  return useMutation({
    mutationFn: ({ conversationId, caseId, reason, before, asOf }: Purpose) =>
      asOf === undefined
        ? post('/api/mod/conversations/{conversationId}/look', {
            path: { conversationId },
            query: { before },
            body: caseId === undefined ? { reason } : { case: caseId },
            answer: lookSchema,
          })
        : get('/api/mod/history/{kind}/{historyId}/page', {
            path: { kind: 'conversation', historyId: conversationId },
            query: { as_of: asOf, before, case: caseId, reason: caseId === undefined ? reason : undefined },
            answer: lookSchema,
          }),
  });
}

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Decision, useDecideTopic } from '@/features/forum/api/decide-topic';
import { useCategories } from '@/features/forum/api/get-categories';
import { categoryAddress } from '@/features/forum/types/addresses';
import type { Topic } from '@/features/forum/types/forum';
import { Choice } from '@/components/ui/field';
import { ReasonDialog } from '@/components/ui/reason-dialog';
import { useTexts } from '@/lib/texts/texts';

interface TopicDecisionProps {
  topic: Topic;
  kind: Decision['kind'];
  needsReason: boolean;
  onClose: () => void;
}

/** Asks before something is decided about a topic; moderators say why. */
export function TopicDecision({ topic, kind, needsReason, onClose }: TopicDecisionProps) {
  const { forum } = useTexts();
  const navigate = useNavigate();
  const { data: categories = [] } = useCategories();
  const others = categories.filter(({ slug }) => slug !== topic.category);
  const [chosen, setChosen] = useState('');
  const category = chosen === '' ? (others[0]?.slug ?? '') : chosen;
  const decide = useDecideTopic();
  const act = actOf(topic, kind);
  const done = () => {
    onClose();
    if (kind === 'delete') void navigate(categoryAddress(topic.category), { replace: true });
  };
  return (
    <ReasonDialog
      title={forum.decisions.titles[act]}
      hint={forum.decisions.hints[act]}
      confirm={forum.decisions[act]}
      danger={kind === 'delete'}
      short
      reasonHint={forum.decisions.reasonHint}
      needsReason={needsReason}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={(reason) =>
        decide.mutate(
          { topicId: topic.id, decision: toDecision(topic, kind, category), reason },
          { onSuccess: done },
        )
      }
      onClose={onClose}
    >
      {kind === 'move' && (
        <Choice
          label={forum.decisions.to}
          value={category}
          options={others.map(({ slug, name }) => [slug, name] as const)}
          onChoose={setChosen}
        />
      )}
    </ReasonDialog>
  );
}

/** What is done, in the words of the texts. */
function actOf(topic: Topic, kind: Decision['kind']) {
  switch (kind) {
    case 'close':
      return topic.is_closed ? 'reopen' : 'close';
    case 'pin':
      return topic.is_pinned ? 'unpin' : 'pin';
    case 'move':
    case 'delete':
      return kind;
  }
}

function toDecision(topic: Topic, kind: Decision['kind'], category: string): Decision {
  switch (kind) {
    case 'close':
      return { kind, is_closed: !topic.is_closed };
    case 'pin':
      return { kind, is_pinned: !topic.is_pinned };
    case 'move':
      return { kind, category };
    case 'delete':
      return { kind };
  }
}

import { Ban } from 'lucide-react';
import { useBlock } from '@/features/following/api/block-user';
import { Button } from '@/components/ui/button';
import { Failure } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

interface BlockButtonProps {
  username: string;
  blocking: boolean;
}

export function BlockButton({ username, blocking }: BlockButtonProps) {
  const texts = useTexts();
  const block = useBlock(username);
  return (
    <>
      <Button disabled={block.isPending} aria-pressed={blocking} onClick={() => block.mutate(!blocking)}>
        <Ban size={18} aria-hidden />
        {blocking ? texts.following.unblock : texts.following.block}
      </Button>
      {block.isError && <Failure error={block.error} />}
    </>
  );
}

import { UserCheck, UserPlus } from 'lucide-react';
import { useFollow } from '@/features/following/api/follow-user';
import { Button } from '@/components/ui/button';
import { Failure } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

interface FollowButtonProps {
  username: string;
  following: boolean;
}

export function FollowButton({ username, following }: FollowButtonProps) {
  const texts = useTexts();
  const follow = useFollow(username);
  const Icon = following ? UserCheck : UserPlus;
  return (
    <>
      <Button
        look={following ? 'plain' : 'primary'}
        disabled={follow.isPending}
        onClick={() => follow.mutate(!following)}
      >
        <Icon size={18} aria-hidden />
        {following ? texts.following.unfollow : texts.following.follow}
      </Button>
      {follow.isError && <Failure error={follow.error} />}
    </>
  );
}

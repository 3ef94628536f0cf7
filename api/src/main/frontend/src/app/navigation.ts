import {
  Activity,
  ChartNoAxesColumn,
  type LucideIcon,
  MessagesSquare,
  Mail,
  Newspaper,
  Scale,
  Settings,
  UsersRound,
} from 'lucide-react';
import type { Role } from '@/lib/session/token';
import type { Texts } from '@/lib/texts/texts';

export interface Place {
  to: string;
  text: Exclude<keyof Texts['common']['nav'], 'label' | 'more' | 'signOut'>;
  icon: LucideIcon;
  /** for people with one of these roles; for everybody unless told */
  roles?: readonly Role[];
}

/** Where one can go, in order. On narrow screens the first ones stand at the bottom, the others in a menu. */
export const PLACES: readonly Place[] = [
  { to: '/chat', text: 'chat', icon: MessagesSquare },
  { to: '/messages', text: 'messages', icon: Mail },
  { to: '/forum', text: 'forum', icon: Newspaper },
  { to: '/feed', text: 'feed', icon: UsersRound },
  { to: '/moderation', text: 'moderation', icon: Scale, roles: ['moderator', 'admin'] },
  { to: '/operations', text: 'operations', icon: Activity, roles: ['admin'] },
  { to: '/analytics', text: 'analytics', icon: ChartNoAxesColumn, roles: ['analyst', 'admin'] },
  { to: '/settings', text: 'settings', icon: Settings },
];

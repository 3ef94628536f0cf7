package dev.parley.query.room.live;

import dev.parley.query.BlockLists;
import dev.parley.query.KidModes;
import dev.parley.query.Standings;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.live.Outbox;
import dev.parley.query.live.Presence;
import dev.parley.query.live.TypingPace;
import java.time.Clock;

/** What all live rooms share. */
record LiveContext(
        History history,
        RoomFrames frames,
        BlockLists blocks,
        KidModes kids,
        Standings standings,
        Presence presence,
        Outbox outbox,
        TypingPace pace,
        LiveSettings settings,
        Clock clock,
        LiveMetrics metrics) {}

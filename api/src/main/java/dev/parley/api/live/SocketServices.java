package dev.parley.api.live;

import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Tokens;
import dev.parley.api.limit.Connections;
import dev.parley.api.limit.PersonBudgets;
import dev.parley.command.Commands;
import dev.parley.query.direct.live.DirectTyping;
import dev.parley.query.direct.live.PersonalStreams;
import dev.parley.query.room.live.LiveRooms;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every socket needs. */
@Component
record SocketServices(
        LiveRooms rooms,
        PersonalStreams people,
        DirectTyping typing,
        Commands commands,
        Tokens tokens,
        PersonBudgets budgets,
        Connections connections,
        AccountBans bans,
        Clock clock) {}

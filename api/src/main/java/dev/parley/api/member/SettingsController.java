package dev.parley.api.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.member.CurrentSettings;
import dev.parley.command.member.MemberCommand;
import dev.parley.command.member.MemberCommand.ChooseChatTab;
import dev.parley.command.member.MemberCommand.ChooseMessagePrivacy;
import dev.parley.command.member.MemberCommand.SwitchZenMode;
import dev.parley.command.member.Settings;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.query.member.MemberQuery.FindSettings;
import dev.parley.query.member.SettingsView;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What the caller chose for themselves. */
@RestController
@RequestMapping("/api/settings")
class SettingsController {
    private final Dispatch dispatch;
    private final Freshness freshness;
    private final QueryGateway queries;
    private final CurrentSettings settings;

    SettingsController(Dispatch dispatch, Freshness freshness, QueryGateway queries, CurrentSettings settings) {
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.queries = queries;
        this.settings = settings;
    }

    /** Some of the settings: those that are left out stay as they are. */
    record SettingsChange(
            @JsonProperty("zen_mode") Boolean zenMode,
            @JsonProperty("chat_tab") String chatTab,
            @JsonProperty("message_privacy") String messagePrivacy) {

        Stream<MemberCommand> commands(Actor actor) {
            Stream<MemberCommand> zen = Optional.ofNullable(zenMode).stream().map(on -> new SwitchZenMode(actor, on));
            Stream<MemberCommand> tab =
                    Optional.ofNullable(chatTab).stream().map(label -> new ChooseChatTab(actor, tab(label)));
            Stream<MemberCommand> privacy = Optional.ofNullable(messagePrivacy).stream()
                    .map(label -> new ChooseMessagePrivacy(actor, privacy(label)));
            return Stream.of(zen, tab, privacy).flatMap(Function.identity());
        }

        private static MessagePrivacy privacy(String label) {
            return MessagePrivacy.fromLabel(label)
                    .orElseThrow(() -> new InvalidValue("message_privacy", "everyone, friends, existing or nobody"));
        }

        private static ChatTab tab(String label) {
            return Stream.of(ChatTab.values())
                    .filter(tab -> tab.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new InvalidValue("chat_tab", "chat or notes"));
        }
    }

    /** The caller's settings. */
    @GetMapping
    Mono<SettingsView> find(Caller caller, ServerWebExchange exchange) {
        var query = new FindSettings(caller.actor().id());
        return freshness.read(exchange, () -> queries.query(query, SettingsView.class), "members");
    }

    /** Changes the settings that are named, and answers with all as they are then. Problems: invalid-value (422). */
    @PatchMapping
    Mono<SettingsView> change(@RequestBody SettingsChange body, Caller caller, ServerWebExchange exchange) {
        var commands = body.commands(caller.actor()).toList();
        return Flux.fromIterable(commands)
                .concatMap(command -> dispatch.send(exchange, body, command))
                .then(Mono.fromCallable(() -> view(settings.of(caller.actor().id())))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    private static SettingsView view(Settings settings) {
        return new SettingsView(
                settings.zenMode(),
                settings.chatTab().label(),
                settings.messagePrivacy().label(),
                settings.kidMode());
    }
}

package dev.parley.query.erasure;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.Names;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadRefused;
import dev.parley.query.RunPlaces;
import dev.parley.query.erasure.CertificateView.StoreView;
import dev.parley.query.erasure.ErasureQuery.FindErasure;
import dev.parley.query.search.Expunging;
import dev.parley.query.search.Expunging.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Certifies erasures, from what is stored of them and from how far all stores are. */
@Component
class ErasureQueryHandler {
    private static final List<String> SEALED_AT_ONCE = List.of("events", "snapshots");

    private final ReadModel erasures;
    private final Names names;
    private final RunPlaces places;
    private final Expunging expunging;

    ErasureQueryHandler(ReadModels readModels, Names names, RunPlaces places, Expunging expunging) {
        this.erasures = readModels.of(ErasureDocument.COLLECTION);
        this.names = names;
        this.places = places;
        this.expunging = expunging;
    }

    @QueryHandler
    CompletableFuture<CertificateView> handle(FindErasure query) {
        UserId person = query.person();
        if (!query.viewer().id().equals(person) && !query.viewer().administers()) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "This is for admins, and for the person themselves.");
        }
        return Mono.from(erasures.find(eq(person.value())).first())
                .switchIfEmpty(Mono.error(
                        () -> new ReadRefused(Rejection.NO_ERASURE, "Nobody asked for " + person + " to be erased.")))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(stored -> Mono.fromFuture(certificate(person, stored)))
                .toFuture();
    }

    private CompletableFuture<CertificateView> certificate(UserId person, Document stored) {
        Document requested =
                Latest.read(stored, ErasureDocument.REQUESTED, Document.class).orElseThrow();
        Optional<Document> erased = Latest.read(stored, ErasureDocument.ERASED, Document.class);
        List<StoreView> stores = erased.map(done -> stores(done.getLong(ErasureDocument.POSITION)))
                .orElse(List.of());
        UserId by = new UserId(requested.getString(ErasureDocument.BY));
        return names.people(Stream.of(person, by).collect(Collectors.toSet()))
                .thenApply(people -> new CertificateView(
                        people.get(person),
                        requested.getDate(ErasureDocument.AT).toInstant(),
                        people.get(by),
                        requested.getString(ErasureDocument.REASON),
                        requested.getLong(ErasureDocument.POSITION),
                        erased.map(done -> done.getDate(ErasureDocument.AT).toInstant())
                                .orElse(null),
                        erased.map(done -> done.getLong(ErasureDocument.POSITION))
                                .orElse(null),
                        !stores.isEmpty() && stores.stream().allMatch(StoreView::erased),
                        stores));
    }

    private List<StoreView> stores(long erased) {
        List<StoreView> all = new ArrayList<>();
        SEALED_AT_ONCE.forEach(store -> all.add(new StoreView(store, erased, true)));
        Map<String, Progress> indexes =
                expunging.progress().stream().collect(Collectors.toMap(Progress::index, Function.identity()));
        places.all().forEach(place -> {
            boolean reached = place.position() >= erased;
            Progress texts = indexes.get(place.name());
            boolean expunged = texts == null || texts.expunged() >= erased;
            all.add(new StoreView(place.name(), place.position(), reached && expunged));
        });
        return all;
    }
}

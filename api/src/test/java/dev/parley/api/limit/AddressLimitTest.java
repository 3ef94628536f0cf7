package dev.parley.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.api.problem.ProblemException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest.BaseBuilder;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** What is taken from one address, whoever is behind it. */
class AddressLimitTest {
    private static final Budget ONE = new Budget(1, Duration.ofHours(1));

    private final AddressLimit limit = new AddressLimit(new Limits.Address(ONE, ONE, ONE));

    @Test
    void isCountedPerAddress() {
        ask(MockServerHttpRequest.get("/"), "192.0.2.1");
        ask(MockServerHttpRequest.get("/"), "192.0.2.2");
        isRefused(MockServerHttpRequest.get("/"), "192.0.2.1");
    }

    @Test
    void believesNoHeader() {
        ask(MockServerHttpRequest.get("/").header("X-Forwarded-For", "192.0.2.7"), "192.0.2.1");
        isRefused(MockServerHttpRequest.get("/").header("X-Forwarded-For", "192.0.2.8"), "192.0.2.1");
    }

    @Test
    void takesAnIpv6NetworkForOneAddress() {
        ask(MockServerHttpRequest.get("/"), "2001:db8:0:1::1");
        isRefused(MockServerHttpRequest.get("/"), "2001:db8:0:1:ffff::2");
        ask(MockServerHttpRequest.get("/"), "2001:db8:0:2::1");
    }

    @Test
    void countsReadsWritesAndTokensApart() {
        ask(MockServerHttpRequest.get("/"), "192.0.2.1");
        ask(MockServerHttpRequest.post("/"), "192.0.2.1");
        ask(MockServerHttpRequest.post("/dev/token"), "192.0.2.1");
        isRefused(MockServerHttpRequest.post("/dev/token"), "192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/token;x", "/dev;a=b/token", "/dev/%74oken", "/d%65v/token;"})
    void countsTokensHoweverTheirAddressIsSpelled(String path) {
        ask(MockServerHttpRequest.post("/dev/token"), "192.0.2.1");
        isRefused(MockServerHttpRequest.method(HttpMethod.POST, URI.create(path)), "192.0.2.1");
    }

    private void isRefused(BaseBuilder<?> request, String address) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ask(request, address))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(429));
    }

    private void ask(BaseBuilder<?> request, String address) {
        var remote = new InetSocketAddress(address, 1);
        limit.pass(MockServerWebExchange.from(request.remoteAddress(remote)), exchange -> Mono.empty());
    }
}

package dev.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.mock.env.MockEnvironment;

class OnApiNodesTest {
    @ParameterizedTest
    @CsvSource({"'query,api', true", "api, true", "'command,query', false"})
    void areThoseWithTheRole(String roles, boolean expected) {
        ConditionContext context = mock();
        given(context.getEnvironment())
                .willReturn(new MockEnvironment()
                        .withProperty("parley.event-store", "axonserver")
                        .withProperty("parley.roles", roles));
        assertThat(new OnApiNodes().matches(context, mock())).isEqualTo(expected);
    }

    @Test
    void areAllWhereNoRolesAreTold() {
        ConditionContext context = mock();
        given(context.getEnvironment()).willReturn(new MockEnvironment());
        assertThat(new OnApiNodes().matches(context, mock())).isTrue();
    }
}

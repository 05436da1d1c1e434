package io.dragoman.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostsTest {

    @Test
    void a_star_stands_for_whatever_is_before_the_rest() {
        assertThat(Hosts.match("*.example.com", "acme.example.com")).isEqualTo("acme");
        assertThat(Hosts.match("*.example.com", "a.b.example.com")).isEqualTo("a.b");
        assertThat(Hosts.match("*.example.com", ".example.com")).isNull();
        assertThat(Hosts.match("*.example.com", "example.com")).isNull();
        assertThat(Hosts.match("*.example.com", "acme.example.com.evil.test")).isNull();
    }

    @Test
    void a_pattern_without_a_star_is_the_whole_host() {
        assertThat(Hosts.match("shop.example", "shop.example")).isEqualTo("shop.example");
        assertThat(Hosts.match("shop.example", "other.example")).isNull();
    }
}

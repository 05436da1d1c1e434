package io.dragoman.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2001:db8:1:2::1", "2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::%eth0", "[2001:db8:1:2::7]"
            })
    void addresses_of_one_64_are_one_block(String address) {
        assertThat(AddressBlock.of(address)).isEqualTo("20010db800010002/64");
    }

    @Test
    void neighbouring_64s_are_two_blocks() {
        assertThat(AddressBlock.of("2001:db8:1:3::1")).isNotEqualTo(AddressBlock.of("2001:db8:1:2::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "::ffff:192.0.2.7", "::ffff:c000:207"})
    void an_ipv4_address_is_a_block_however_it_is_written(String address) {
        assertThat(AddressBlock.of(address)).isEqualTo("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "a.name.example", "2001:db8::1::2"})
    void what_is_no_address_stays_what_it_is(String text) {
        assertThat(AddressBlock.of(text)).isEqualTo(text);
    }
}

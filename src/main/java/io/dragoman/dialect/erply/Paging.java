package io.dragoman.dialect.erply;

import io.dragoman.directory.PageRequest;

/** Erply's pages: {@code recordsOnPage} 20, at most 100; {@code pageNo} from 1; nonsense is the default (erply.md 4.2). */
final class Paging {

    private static final int SIZE = 20;
    private static final int MOST = 100;

    private Paging() {}

    static PageRequest of(ErplyParams params) {
        int size = Math.min(MOST, params.positive("recordsOnPage", SIZE));
        return PageRequest.page(params.positive("pageNo", 1), size);
    }
}

package io.dragoman.dialect.billomat;

import io.dragoman.directory.PageRequest;
import io.dragoman.edge.Params;
import java.util.List;
import java.util.regex.Pattern;

/** The page of a list that is asked for and told again (billomat.md 4). */
record Paging(long page, int perPage) {

    private static final int DEFAULT = 100;
    private static final int MOST = 1000;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** The longest text of digits whose number is sure to fit. */
    private static final int DIGITS_OF_LONG = 18;

    /** What is no number from 1 on is left at its default; more a page than there can be is the most. */
    static Paging of(Params params) {
        long page = number(params.last("page", ""), 1);
        long perPage = number(params.last("per_page", ""), DEFAULT);
        return new Paging(page, (int) Math.min(perPage, MOST));
    }

    PageRequest request() {
        return PageRequest.page(page, perPage);
    }

    /** The rows of a whole list that are on the page. */
    <T> List<T> of(List<T> all) {
        return all.stream().skip(request().offset()).limit(perPage).toList();
    }

    private static long number(String text, long otherwise) {
        if (!DIGITS.matcher(text).matches()) {
            return otherwise;
        }
        String significant = text.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            return otherwise;
        }
        return significant.length() > DIGITS_OF_LONG ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}

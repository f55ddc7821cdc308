package org.deepsparse.instance;

import java.util.List;

/// An explicit instance, by name; what it contains stands in the `...Examples` class of its kind.
public record NamedExample(String theorem, String name) implements Recipe {

    static final String KEY = "example=";

    /// @throws IllegalArgumentException if the name is empty
    public NamedExample {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("recipe '" + theorem + ":" + KEY + "' names no example");
        }
    }

    @Override
    public String text() {
        return theorem + ":" + KEY + name;
    }

    @Override
    public List<Recipe> smaller() {
        return List.of();
    }

    /// For a name that no table of examples has.
    IllegalArgumentException unknown() {
        return new IllegalArgumentException("theorem '" + theorem + "' has no example '" + name + "'");
    }
}

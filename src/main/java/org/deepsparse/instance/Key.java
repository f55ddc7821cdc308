package org.deepsparse.instance;

/// A key that a drawn recipe may give. Each theorem's instance says which keys it takes, and refuses the
/// others.
public enum Key {
    SEED("seed"),
    COUNT("K"),
    NOISE("noise"),
    /// Of the product of all dictionaries, given in front of the layers.
    PRODUCT_WEIGHTS("weights in front of the layers"),
    /// Of one dictionary, given on its layer.
    LAYER_WEIGHTS("weights on a layer");

    private final String label;

    Key(String label) {
        this.label = label;
    }

    /// How errors call it.
    String label() {
        return label;
    }
}

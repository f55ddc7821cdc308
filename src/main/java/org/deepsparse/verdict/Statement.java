package org.deepsparse.verdict;

/// What a theorem is, for people and for citations.
///
/// @param id the stable id that commands and recipes use
/// @param title what it claims, in words
/// @param paper number in arXiv 2408.05540, or what else it is taken from
/// @param status where the statement comes from
/// @param proof how far the proof on the note page is
/// @param check how the conclusion is decided
/// @param conclusion the assertion in the notation of proofs-notes/notation.md
/// @param citation key in proofs-notes/references.bib
public record Statement(
        String id,
        String title,
        String paper,
        Status status,
        Proof proof,
        CheckKind check,
        String conclusion,
        String citation) {

    public enum Status {
        PAPER,
        DERIVED,
        CONJECTURED
    }

    public enum Proof {
        MACHINE_CHECKED,
        NOTE_COMPLETE,
        NOTE_GAPS,
        CITED,
        NONE
    }

    public enum CheckKind {
        EXACT,
        ENCLOSED,
        ROUNDED
    }

    /// The page that states and proves it, relative to the project.
    public String notePage() {
        return "proofs-notes/" + id + ".md";
    }
}

package org.deepsparse.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Evidence;

/// Evidence as JSON objects with a `kind`; exact numbers are strings such as "1/9".
final class EvidenceJson {

    private EvidenceJson() {}

    static List<Map<String, @Nullable Object>> of(List<Evidence> evidence) {
        return evidence.stream().map(EvidenceJson::of).toList();
    }

    private static Map<String, @Nullable Object> of(Evidence evidence) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        switch (evidence) {
            case Evidence.Dependence dependence -> {
                json.put("kind", "dependence");
                json.put("atoms", dependence.atoms());
                json.put("coefficients", numbers(dependence.coefficients()));
            }
            case Evidence.RivalCode codes -> {
                json.put("kind", "rival-code");
                json.put("code", numbers(codes.code()));
                json.put("rival", numbers(codes.rival()));
            }
            case Evidence.RivalChain chains -> {
                json.put("kind", "rival-chain");
                json.put("chain", chains.chain().stream().map(EvidenceJson::numbers).toList());
                json.put("rival", chains.rival().stream().map(EvidenceJson::numbers).toList());
            }
            case Evidence.DualVector dual -> {
                json.put("kind", "dual-vector");
                json.put("multipliers", dual.multipliers().stream().map(EvidenceJson::numbers).toList());
            }
            case Evidence.Pair pair -> {
                json.put("kind", "pair");
                json.put("atoms", List.of(pair.first(), pair.second()));
            }
            case Evidence.Exhaustion exhaustion -> {
                json.put("kind", "exhaustion");
                json.put("of", exhaustion.what());
            }
            case Evidence.Facts facts -> {
                json.put("kind", "facts");
                Map<String, String> values = new LinkedHashMap<>();
                facts.facts().forEach(fact -> values.put(fact.name(), fact.value()));
                json.put("facts", values);
            }
            case Evidence.Reason reason -> {
                json.put("kind", "reason");
                json.put("text", reason.text());
            }
        }
        return json;
    }

    static List<String> numbers(RationalVector vector) {
        return Arrays.stream(vector.toArray()).map(Rational::toString).toList();
    }
}

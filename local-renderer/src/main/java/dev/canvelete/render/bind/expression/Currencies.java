package dev.canvelete.render.bind.expression;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How en-US writes amounts of a currency named by its code of ISO 4217 (CLDR, as browsers have it). */
final class Currencies {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("USD", "$"),
            Map.entry("EUR", "€"),
            Map.entry("GBP", "£"),
            Map.entry("JPY", "¥"),
            Map.entry("CNY", "CN¥"),
            Map.entry("INR", "₹"),
            Map.entry("KRW", "₩"),
            Map.entry("ILS", "₪"),
            Map.entry("VND", "₫"),
            Map.entry("PHP", "₱"),
            Map.entry("BRL", "R$"),
            Map.entry("CAD", "CA$"),
            Map.entry("AUD", "A$"),
            Map.entry("NZD", "NZ$"),
            Map.entry("MXN", "MX$"),
            Map.entry("HKD", "HK$"),
            Map.entry("TWD", "NT$"),
            Map.entry("XCD", "EC$"),
            Map.entry("XAF", "FCFA\u00a0"),
            Map.entry("XOF", "F\u202fCFA\u00a0"),
            Map.entry("XPF", "CFPF\u00a0"));

    /** Those whose amounts have no decimals. */
    private static final Set<String> WHOLE = Set.of(
            "AFN", "ALL", "BIF", "CLP", "COP", "DJF", "GNF", "HUF", "IDR", "IRR", "ISK", "JPY", "KMF", "KPW", "KRW",
            "LAK", "LBP", "MGA", "MMK", "PKR", "PYG", "RWF", "SLL", "SOS", "SYP", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF", "YER");

    private static final Set<String> THOUSANDTHS = Set.of("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND");

    private Currencies() {}

    /** What stands before the number: the sign, or the code and a space; what is no code stands there as it is. */
    static String sign(String currency) {
        String code = code(currency);
        return SIGNS.getOrDefault(code, code.length() == 3 ? code + '\u00a0' : currency);
    }

    /** How many digits follow the point. */
    static int digits(String currency) {
        String code = code(currency);
        return WHOLE.contains(code) ? 0 : THOUSANDTHS.contains(code) ? 3 : 2;
    }

    private static String code(String currency) {
        return currency.matches("[A-Za-z]{3}") ? currency.toUpperCase(Locale.ROOT) : "";
    }
}

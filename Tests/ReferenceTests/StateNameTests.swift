import Domain
import Reference
import Testing

@Suite struct StateNameTests {
    let facts = Fixtures.facts

    @Test("Every name, short name and alias of a State leads to that State")
    func everyName() {
        for state in facts.states {
            let names = LanguageTag.official.flatMap { [state.names[$0], state.shortNames[$0]] } + state.aliases
            for name in names + [state.code.rawValue, state.alpha2 ?? ""] {
                #expect(facts.state(named: name) == state.code, "\(name)")
            }
        }
    }

    @Test(
        "Names as real data writes them resolve",
        arguments: [
            ("Congo (Democratic Republic of)", "COD"), ("Congo, The Democratic Republic Of The", "COD"),
            ("Congo", "COG"),
            ("UK", "GBR"), ("USA", "USA"), ("United States of America", "USA"), ("Turkey", "TUR"), ("Türkiye", "TUR"),
            ("TURKIYE", "TUR"), ("State of Palestine*", "PSE"), ("State of Palestine[1]", "PSE"), ("Palestine", "PSE"),
            ("SI", "SVN"), ("CZ", "CZE"), ("Cote d'Ivoire", "CIV"), ("Côte d ’ Ivoire", "CIV"), ("Ivory Coast", "CIV"),
            ("Swaziland", "SWZ"), ("Macedonia", "MKD"), ("The former Yugoslav Republic of Macedonia", "MKD"),
            ("Czechia", "CZE"), ("Czech Republic", "CZE"), ("Cabo Verde", "CPV"), ("Cape Verde", "CPV"),
            ("Plurinational State of  Bolivia", "BOL"), ("Iran  (Islamic Republic of)", "IRN"),
            ("Islamic Republic of Iran", "IRN"), ("DPR Korea", "PRK"), ("Republic of Korea", "KOR"),
            ("St Kitts & Nevis", "KNA"), ("St. Vincent And The Grenadines", "VCT"), ("the Netherlands", "NLD"),
            ("Libyan Arab Jamahiriya", "LBY"), ("Viet&nbsp;Nam", "VNM"), ("C&ocirc;te d&rsquo;Ivoire", "CIV"),
            ("Per&#250;", "PER"), ("Mala isie", "MYS"), ("Bahre in", "BHR"),
            ("Российская Федер а ция", "RUS"), ("Кот  д’Ивуар", "CIV"), ("إيران", "IRN"), ("تيمور - ليشتي", "TLS"),
            ("多民族玻利瓦尔国", "BOL"), ("伊朗(伊斯兰共和国)", "IRN"), ("République deMoldova", "MDA"), ("PERU", "PER"),
            ("perú ", "PER"),
        ])
    func realNames(name: String, code: String) {
        #expect(facts.state(named: name) == StateCode(code))
    }

    @Test(
        "What is no State here resolves to none",
        arguments: [
            "", " ", "*", "Hong Kong, China", "Montserrat", "Kosovo*", "no", "in", "&#40;Unknown&#41;", "ODA", "1930",
        ])
    func noState(name: String) {
        #expect(facts.state(named: name) == nil)
    }

    @Test(
        "The State is read from a document's symbol",
        arguments: [
            ("CRC/C/PER/CO/6-7", "PER"), ("E/C.12/BOL/CO/3", "BOL"), ("CAT/OP/PRY/2", "PRY"),
            ("CRC/C/OPAC/GEO/CO/1", "GEO"), ("A/HRC/WG.6/34/SVN/1", "SVN"), ("a/hrc/wg.6/34/svn/2", "SVN"),
        ])
    func stateOfSymbol(symbol: String, code: String) throws {
        let symbol = try #require(DocumentSymbol(symbol))
        #expect(facts.state(ofSymbol: symbol) == StateCode(code))
    }

    @Test(
        "A symbol without a State names none",
        arguments: ["A/HRC/43/15", "CEDAW/C/COK/CO/2-3", "A/RES/70/1", "PER/1", "PER"])
    func noStateOfSymbol(symbol: String) throws {
        #expect(facts.state(ofSymbol: try #require(DocumentSymbol(symbol))) == nil)
    }

    @Test("Regional groups are known under the labels of their sources")
    func regionLabels() {
        #expect(facts.region(labelled: "Western Europe & Others") == "western-europe")
        #expect(facts.region(labelled: "GRULAC") == "latin-america")
        #expect(facts.region(labelled: "Asia") == "asia-pacific")
        #expect(facts.region(labelled: "Observer") == nil)
    }
}

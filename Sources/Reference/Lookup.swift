package import Domain

extension ReferenceFacts {
    /// The State of that name in any of six languages, under an alias or a common misspelling, or of that ISO code in
    /// capitals. Case, marks, punctuation, footnote signs, spaces and "the" do not matter.
    package func state(named name: String) -> StateCode? { stateIndex.code(named: name) }

    /// The State whose alpha-3 code stands in a document's symbol (`CRC/C/PER/CO/6-7`, `A/HRC/WG.6/34/SVN/1`).
    package func state(ofSymbol symbol: DocumentSymbol) -> StateCode? {
        let parts = symbol.key.split(separator: "/").dropFirst(2)
        for part in parts where part.utf8.count == 3 {
            if let code = stateIndex.code(alpha3: String(part)) { return code }
        }
        return nil
    }

    package func facts(of state: StateCode) -> StateFacts? { stateIndex.byCode[state] }

    /// The name as UN documents write it; the document's own name for an entity that is no State here.
    package func name(of state: StateCode, in language: LanguageTag) -> String {
        stateIndex.byCode[state]?.names[language] ?? state.entityName ?? state.rawValue
    }

    /// The name for maps and narrow lists.
    package func shortName(of state: StateCode, in language: LanguageTag) -> String {
        stateIndex.byCode[state]?.shortNames[language] ?? state.entityName ?? state.rawValue
    }

    /// The code of a regional group (`GRULAC`, `Western Europe & Others`).
    package func region(labelled label: String) -> String? { regionLabels.codes(of: label).first }
    package func group(_ code: String) -> GroupFacts? { groupsByCode[code] }

    /// The mechanism of that name or acronym, in any of six languages and as exports write it.
    package func mechanism(named name: String) -> MechanismCode? { mechanismIndex.code(named: name) }

    /// The mechanism whose documents carry such symbols; nil where symbols do not tell (`A/HRC/43/15`).
    package func mechanism(ofSymbol symbol: DocumentSymbol) -> MechanismCode? { mechanismIndex.code(ofSymbol: symbol) }
    package func facts(of mechanism: MechanismCode) -> MechanismFacts? { mechanismIndex.byCode[mechanism] }

    package func name(of mechanism: MechanismCode, in language: LanguageTag) -> String {
        mechanismIndex.byCode[mechanism]?.names[language] ?? mechanism.rawValue
    }

    /// In the order of UHRI's list.
    package var themes: [TagFacts] { themeIndex.facts }
    package var persons: [TagFacts] { personIndex.facts }

    /// The themes that a label of any generation or source stands for; empty where it is unknown.
    package func theme(labelled label: String) -> [String] { themeIndex.codes(labelled: label) }
    package func person(labelled label: String) -> [String] { personIndex.codes(labelled: label) }

    /// Nil where the code is none of ours, such as the raw label of an unknown theme.
    package func name(ofTheme code: String, in language: LanguageTag) -> String? {
        themeIndex.names(of: code)?[language]
    }
    package func name(ofPerson code: String, in language: LanguageTag) -> String? {
        personIndex.names(of: code)?[language]
    }

    /// Goals, each followed by its targets.
    package var goals: [GoalFacts] { goalIndex.facts }

    /// `16.3` for `16.3 - Promote the rule of law`; `5` for `5 - GENDER EQUALITY`, `SDG 5` and the goal's name.
    package func sdg(labelled label: String) -> String? { goalIndex.code(labelled: label) }
    package func name(ofSDG code: String, in language: LanguageTag) -> String? { goalIndex.fact(code)?.names[language] }

    package var treaties: [TreatyFacts] { treatyIndex.facts }
    package func treaty(_ code: String) -> TreatyFacts? { treatyIndex.fact(code) }

    /// The instrument of that name or acronym (`ICCPR`, `Convention against Torture`).
    package func treaty(named name: String) -> String? { treatyIndex.codes(named: name).first }
    package func status(of state: StateCode, treaty: String) -> TreatyStatus {
        treatyIndex.status(of: state, treaty: treaty)
    }

    /// 1...4 for sessions 1...54.
    package func cycle(ofSession session: Int) -> Int? { sessionsByNumber[session]?.cycle }
    package func session(_ number: Int) -> ReviewSession? { sessionsByNumber[number] }
    package func action(_ code: String) -> ActionFacts? { actionsByCode[code] }

    /// What an identifier of the UHRI interface stands for, where that could be inferred.
    package func uhri(_ identifier: String) -> UHRIIdentifier? {
        identifiers[identifier] ?? identifiers[identifier.lowercased()]
    }
}

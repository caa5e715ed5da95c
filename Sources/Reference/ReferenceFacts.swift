/// The facts shipped with the program, whole and immutable. Every lookup takes constant time.
package struct ReferenceFacts: Sendable {
    /// In the order of their English names; those of an additional directory after them.
    package let states: [StateFacts]
    /// Regional groups first, then memberships.
    package let groups: [GroupFacts]
    package let mechanisms: [MechanismFacts]
    package let sessions: [ReviewSession]
    package let actions: [ActionFacts]
    package let languages: [LanguageFacts]
    package let limits: [LengthLimit]
    /// Rules of procedure that give dates, in the order of the file.
    package let clockRules: [ClockRuleFacts]
    /// How many points each criterion of matching gives, in the order of the criteria; an installation may give its own.
    package internal(set) var matchWeights: [MatchWeightFacts]
    /// Funds whose forms calls can begin with.
    package let fundTemplates: [FundTemplateFacts]
    /// Words that stand for one another, of `synonyms.txt` and of the installation's own.
    package internal(set) var synonyms = SynonymList()
    /// Where each file comes from, for the page of data sources.
    package let origins: [FactSource]

    let stateIndex: StateIndex
    let mechanismIndex: MechanismIndex
    let goalIndex: GoalIndex
    let themeIndex: TagIndex
    let personIndex: TagIndex
    let treatyIndex: TreatyIndex
    let groupsByCode: [String: GroupFacts]
    let regionLabels: LabelIndex
    let actionsByCode: [String: ActionFacts]
    let sessionsByNumber: [Int: ReviewSession]
    let identifiers: [String: UHRIIdentifier]

    /// Loads every file of `directory` (`Resources/reference`). `extra` is a directory with a `states.json` and perhaps
    /// `groups.json`, `mechanisms.json` and `ratification.json` of the same shape: those of the demonstration.
    package static func load(
        from directory: String, extra: String? = nil
    ) throws(ReferenceError) -> ReferenceFacts {
        var reader = FactReader(directory: directory)
        return try ReferenceFacts(reading: &reader, extra: extra)
    }

    private init(reading reader: inout FactReader, extra: String?) throws(ReferenceError) {
        groups = try reader.groups(extra: extra)
        groupsByCode = try FactReader.byCode(groups, code: \.code, file: "groups.json")
        regionLabels = groups.reduce(into: LabelIndex()) { labels, group in
            guard group.kind == .region else { return }
            for label in [group.code] + group.names.all + (group.labels ?? []) { labels.add(label, code: group.code) }
        }
        (states, stateIndex) = try reader.states(extra: extra, groups: groupsByCode)
        (mechanisms, mechanismIndex) = try reader.mechanisms(extra: extra, states: stateIndex)
        sessions = try reader.facts("upr.json")
        sessionsByNumber = try FactReader.byCode(sessions, code: \.session, file: "upr.json")
        actions = try reader.facts("actions.json")
        actionsByCode = try FactReader.byCode(actions, code: \.code, file: "actions.json")
        languages = try reader.facts("languages.json")
        limits = try reader.facts("limits.json")
        matchWeights = try reader.matchWeights()
        clockRules = try reader.clockRules(mechanisms: mechanismIndex)
        fundTemplates = try reader.facts("fund-templates.json")
        _ = try FactReader.byCode(fundTemplates, code: \.code, file: "fund-templates.json")
        goalIndex = try GoalIndex(from: reader.directory)
        themeIndex = try TagIndex("themes.json", from: reader.directory)
        personIndex = try TagIndex("persons.json", from: reader.directory)
        treatyIndex = try TreatyIndex(from: reader.directory, extra: extra)
        identifiers = try reader.identifiers()
        origins = reader.origins + [goalIndex.origin, themeIndex.origin, personIndex.origin] + treatyIndex.origins
        synonyms = readSynonyms(reader.directory + "/" + Self.synonymFile, named: Self.synonymFile)
    }
}

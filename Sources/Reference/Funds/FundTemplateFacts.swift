package import Domain

/// A fund that exists, as a pattern for the form of a call: what is known of it, and what it asks in an application.
package struct FundTemplateFacts: Sendable {
    package struct Question: Sendable {
        package let key: String
        package let kind: FormField.Kind
        package let label: LocalizedNames
        package let isRequired: Bool
        /// Nil: no limit that is known.
        package let wordsMax: Int?
    }

    /// `upr-implementation`; unique.
    package let code: String
    package let names: LocalizedNames
    package let about: LocalizedNames
    /// The resolution or page it stands in.
    package let source: String
    /// Its questions were compared with the fund's own form.
    package let isVerified: Bool
    package let kinds: [HelpKind]
    /// Groups of States that come first, by code.
    package let groups: [String]
    package let needsConsent: Bool
    package let questions: [Question]

    /// The form in one language, for a call to begin with.
    package func form(in language: LanguageTag) -> [FormField] {
        questions.map {
            FormField(
                key: $0.key, kind: $0.kind, label: $0.label[language], isRequired: $0.isRequired,
                wordsMax: $0.wordsMax)
        }
    }
}

extension FundTemplateFacts: Decodable {
    private enum CodingKeys: String, CodingKey {
        case code, names, about, source, verified, kinds, groups, needsConsent, questions
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        code = try values.decode(String.self, forKey: .code)
        names = try values.decode(LocalizedNames.self, forKey: .names)
        about = try values.decode(LocalizedNames.self, forKey: .about)
        source = try values.decode(String.self, forKey: .source)
        isVerified = try values.decode(Bool.self, forKey: .verified)
        kinds = try values.decode([String].self, forKey: .kinds).map { text in
            guard let kind = HelpKind(rawValue: text) else {
                throw DecodingError.dataCorruptedError(forKey: .kinds, in: values, debugDescription: text)
            }
            return kind
        }
        groups = try values.decode([String].self, forKey: .groups)
        needsConsent = try values.decode(Bool.self, forKey: .needsConsent)
        questions = try values.decode([Question].self, forKey: .questions)
    }
}

extension FundTemplateFacts.Question: Decodable {
    private enum CodingKeys: String, CodingKey { case key, kind, label, required, wordsMax }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        key = try values.decode(String.self, forKey: .key)
        let text = try values.decode(String.self, forKey: .kind)
        guard let kind = FormField.Kind(rawValue: text) else {
            throw DecodingError.dataCorruptedError(forKey: .kind, in: values, debugDescription: text)
        }
        self.kind = kind
        label = try values.decode(LocalizedNames.self, forKey: .label)
        isRequired = try values.decode(Bool.self, forKey: .required)
        wordsMax = try values.decodeIfPresent(Int.self, forKey: .wordsMax)
    }
}

extension ReferenceFacts {
    package func fundTemplate(_ code: String) -> FundTemplateFacts? { fundTemplates.first { $0.code == code } }
}

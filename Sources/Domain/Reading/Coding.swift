// Values of the domain as JSON: each as its plain text.

extension StateCode: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
    package func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension MechanismCode: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
    package func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension LanguageTag: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
    package func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

extension DocumentSymbol: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(DocumentSymbol.init)
    }
    package func encode(to encoder: any Encoder) throws { try printed.encode(to: encoder) }
}

extension ParagraphNumber: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(ParagraphNumber.init)
    }
    package func encode(to encoder: any Encoder) throws { try printed.encode(to: encoder) }
}

extension CalendarDate: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value { CalendarDate($0) }
    }
    package func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension Position: Codable {}
extension TagKind: Codable {}

extension Decoder {
    /// One text that must make a value.
    fileprivate func value<T>(_ make: (String) -> T?) throws -> T {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = make(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no \(T.self)")
        }
        return value
    }
}

import Markup

/// Warns of codes that the standard's lists do not have; the codes stay as they are.
struct ActivityCodeCheck {
    let codes: AidCodes

    func check(_ activity: XMLElement, _ notes: inout ActivityNotes) {
        check(activity["default-currency"], .currency, activity, "@default-currency", &notes)
        walk(activity, "", &notes)
    }

    private func walk(_ element: XMLElement, _ path: String, _ notes: inout ActivityNotes) {
        for child in element.children {
            let below = path.isEmpty ? child.name : "\(path)/\(child.name)"
            for (attribute, list) in lists(of: child) {
                check(child[attribute], list, child, "\(below)/@\(attribute)", &notes)
            }
            walk(child, below, &notes)
        }
    }

    private func check(
        _ value: String?, _ list: AidList, _ element: XMLElement, _ path: String, _ notes: inout ActivityNotes
    ) {
        guard let value, !codes.has(value, in: list) else { return }
        notes.warn(element, path, "“\(value.shown)” is not in the list \(list.rawValue); it was kept")
    }

    private func lists(of element: XMLElement) -> [(String, AidList)] {
        let isDAC = (element["vocabulary"] ?? "1") == "1"
        switch element.name {
        case "reporting-org", "provider-org", "receiver-org": return [("type", .organisationType)]
        case "participating-org": return [("role", .role), ("type", .organisationType)]
        case "activity-status": return [("code", .status)]
        case "activity-date": return [("type", .dateType)]
        case "activity-scope": return [("code", .scope)]
        case "recipient-country": return [("code", .country)]
        case "recipient-region": return isDAC ? [("code", .region)] : []
        case "sector":
            let list: AidList? = isDAC ? .sector : element["vocabulary"] == "2" ? .sectorCategory : nil
            return [("vocabulary", .sectorVocabulary)] + (list.map { [("code", $0)] } ?? [])
        case "tag": return [("vocabulary", .tagVocabulary)]
        case "policy-marker": return isDAC ? [("code", .policyMarker)] : []
        case "collaboration-type": return [("code", .collaboration)]
        case "default-flow-type", "flow-type": return [("code", .flowType)]
        case "default-finance-type", "finance-type": return [("code", .financeType)]
        case "default-aid-type", "aid-type": return isDAC ? [("code", .aidType)] : []
        case "default-tied-status", "tied-status": return [("code", .tiedStatus)]
        case "budget": return [("type", .budgetType)]
        case "value", "forecast", "loan-status": return [("currency", .currency)]
        case "transaction-type": return [("code", .transactionType)]
        case "condition": return [("type", .conditionType)]
        case "result": return [("type", .resultType)]
        default: return []
        }
    }
}

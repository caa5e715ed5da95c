package import Domain

extension Commitment: PlanObject {
    package static var kind: SubjectKind { .commitment }
    package var number: Int64 { id.value }

    package var fields: [PlanField] {
        [
            PlanField("title", title), PlanField("priority", priority.rawValue),
            PlanField("lead", lead?.description), PlanField("supporting", PlanText.list(supporting)),
            PlanField("links", PlanText.links(links)), PlanField("due", due?.description),
            PlanField("status", status?.rawValue), PlanField("plan", PlanText.flag(!isWithdrawn)),
        ]
    }

    package mutating func put(_ field: String, _ text: String?) -> Bool {
        switch field {
        case "title":
            guard let text, !text.isEmpty else { return false }
            title = text
        case "priority":
            guard let value = text.flatMap({ Priority(rawValue: $0) }) else { return false }
            priority = value
        case "lead":
            guard let value = PlanText.optional(text, { InstitutionID($0) }) else { return false }
            lead = value
        case "supporting":
            guard let value = PlanText.institutions(text) else { return false }
            supporting = value
        case "links":
            guard let value = PlanText.links(text) else { return false }
            links = value
        case "due":
            guard let value = PlanText.optional(text, { CalendarDate($0) }) else { return false }
            due = value
        case "status":
            guard let value = PlanText.optional(text, { ImplementationStatus(rawValue: $0) }) else { return false }
            status = value
        case "plan": isWithdrawn = text == nil
        default: return false
        }
        return true
    }
}

extension PlannedRecommendation: PlanObject {
    package static var kind: SubjectKind { .plannedRecommendation }
    package var number: Int64 { id.value }

    package var fields: [PlanField] {
        [
            PlanField("lead", lead?.description), PlanField("due", due?.description),
            PlanField("status", status?.rawValue), PlanField("plan", PlanText.flag(!isWithdrawn)),
        ]
    }

    package mutating func put(_ field: String, _ text: String?) -> Bool {
        switch field {
        case "lead":
            guard let value = PlanText.optional(text, { InstitutionID($0) }) else { return false }
            lead = value
        case "due":
            guard let value = PlanText.optional(text, { CalendarDate($0) }) else { return false }
            due = value
        case "status":
            guard let value = PlanText.optional(text, { ImplementationStatus(rawValue: $0) }) else { return false }
            status = value
        case "plan": isWithdrawn = text == nil
        default: return false
        }
        return true
    }
}

extension Action: PlanObject {
    package static var kind: SubjectKind { .action }
    package var number: Int64 { id.value }

    package var fields: [PlanField] {
        [
            PlanField("title", title), PlanField("description", description.isEmpty ? nil : description),
            PlanField("lead", lead?.description), PlanField("supporting", PlanText.list(supporting)),
            PlanField("status", status.rawValue), PlanField("starts", starts?.description),
            PlanField("due", due?.description), PlanField("currency", money.currency?.rawValue),
            PlanField("cost", money.cost.map(String.init)), PlanField("budgetSource", money.source),
            PlanField("gap", money.gap.map(String.init)), PlanField("plan", PlanText.flag(!isWithdrawn)),
        ]
    }

    package mutating func put(_ field: String, _ text: String?) -> Bool {
        switch field {
        case "title":
            guard let text, !text.isEmpty else { return false }
            title = text
        case "description": description = text ?? ""
        case "lead":
            guard let value = PlanText.optional(text, { InstitutionID($0) }) else { return false }
            lead = value
        case "supporting":
            guard let value = PlanText.institutions(text) else { return false }
            supporting = value
        case "status":
            guard let value = text.flatMap({ ActionStatus(rawValue: $0) }) else { return false }
            status = value
        case "starts", "due":
            guard let value = PlanText.optional(text, { CalendarDate($0) }) else { return false }
            if field == "due" { due = value } else { starts = value }
        case "plan": isWithdrawn = text == nil
        default: return money.put(field, text)
        }
        return true
    }
}

extension Commitment {
    package func checked(targets: Set<String>) throws(WorkspaceError) -> Commitment {
        var kept = self
        kept.title = try PlanLimits.title(title)
        try PlanLimits.day("due", due)
        kept.links = try PlanLimits.links(links, targets: targets)
        kept.supporting = try PlanLimits.supporting(supporting, lead: lead)
        return kept
    }
}

extension PlannedRecommendation {
    package func checked(targets: Set<String>) throws(WorkspaceError) -> PlannedRecommendation {
        try PlanLimits.day("due", due)
        return self
    }
}

extension Milestone {
    package func checked(targets: Set<String>) throws(WorkspaceError) -> Milestone {
        var kept = self
        kept.title = try PlanLimits.title(title)
        try PlanLimits.day("due", due)
        try PlanLimits.day("done", done)
        return kept
    }
}

extension Action {
    package func checked(targets: Set<String>) throws(WorkspaceError) -> Action {
        var kept = self
        kept.title = try PlanLimits.title(title)
        kept.description = try PlanLimits.description(description)
        try PlanLimits.day("starts", starts)
        try PlanLimits.day("due", due)
        try PlanLimits.order(starts, due)
        kept.money = try PlanLimits.money(money)
        kept.supporting = try PlanLimits.supporting(supporting, lead: lead)
        return kept
    }

    package func validated() throws(WorkspaceError) {
        try PlanLimits.order(starts, due)
        _ = try PlanLimits.money(money)
    }
}

extension ActionMoney {
    fileprivate mutating func put(_ field: String, _ text: String?) -> Bool {
        switch field {
        case "currency":
            guard let value = PlanText.optional(text, { CurrencyCode($0) }) else { return false }
            currency = value
        case "cost", "gap":
            guard let value = PlanText.optional(text, { Int64($0) }) else { return false }
            if field == "cost" { cost = value } else { gap = value }
        case "budgetSource": source = text
        default: return false
        }
        return true
    }
}

extension Milestone: PlanObject {
    package static var kind: SubjectKind { .milestone }
    package var number: Int64 { id.value }

    package var fields: [PlanField] {
        [
            PlanField("title", title), PlanField("due", due?.description), PlanField("done", done?.description),
            PlanField("plan", PlanText.flag(!isWithdrawn)),
        ]
    }

    package mutating func put(_ field: String, _ text: String?) -> Bool {
        switch field {
        case "title":
            guard let text, !text.isEmpty else { return false }
            title = text
        case "due", "done":
            guard let value = PlanText.optional(text, { CalendarDate($0) }) else { return false }
            if field == "due" { due = value } else { done = value }
        case "plan": isWithdrawn = text == nil
        default: return false
        }
        return true
    }
}

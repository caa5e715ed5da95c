import Domain

/// The same invented concluding observations in six languages.
enum Observations {
    static let all: [(LanguageTag, String)] = [
        (.english, english), (.french, french), (.spanish, spanish), (.russian, russian), (.arabic, arabic),
        (.chinese, chinese),
    ]

    static let english = """
        A. Introduction
        1. The Committee considered the report of Aldora at its meetings. At its 12th meeting, held on 9 November 2023, it adopted the present concluding observations.
        B. Positive aspects
        2. The Committee welcomes the adoption of the law on schools.
        C. Concerns and recommendations
        Prisons
        3. The Committee is concerned at overcrowded prisons (arts. 7 and 10).
        4. The State party should: (a) Reduce the number of prisoners; (b) Build better cells; (c) Train guards.
        Education
        5. While noting progress, the Committee is concerned at class sizes. It recommends that the State party hire teachers.
        D. Follow-up
        6. The Committee requests the State party to provide, by 9 November 2025, information on the implementation of the recommendation contained in paragraph 4 (b) above.
        7. The Committee draws attention to the particular importance of the recommendation in paragraph 5 above and requests detailed information in the next periodic report.
        8. The Committee requests the State party to submit its fourth periodic report by 9 November 2029.
        """

    static let french = """
        A. Introduction
        1. Le Comité a examiné le rapport d’Aldora à ses séances. À sa 12e séance, le 9 novembre 2023, il a adopté les présentes observations finales.
        B. Aspects positifs
        2. Le Comité accueille avec satisfaction l’adoption de la loi sur les écoles.
        C. Préoccupations et recommandations
        Prisons
        3. Le Comité est préoccupé par la surpopulation des prisons (art. 7 et 10).
        4. L’État partie devrait : a) Réduire le nombre de détenus ; b) Construire de meilleures cellules ; c) Former les gardiens.
        Éducation
        5. Le Comité note les progrès mais est préoccupé par la taille des classes. Il recommande à l’État partie d’engager des enseignants.
        D. Suivi
        6. Le Comité demande à l’État partie de fournir, le 9 novembre 2025 au plus tard, des renseignements sur la mise en œuvre de la recommandation formulée au paragraphe 4 b) ci-dessus.
        7. Le Comité appelle l’attention sur l’importance particulière de la recommandation formulée au paragraphe 5 et demande des renseignements détaillés dans le prochain rapport.
        8. Le Comité demande à l’État partie de soumettre son quatrième rapport périodique le 9 novembre 2029 au plus tard.
        """

    static let spanish = """
        A. Introducción
        1. El Comité examinó el informe de Aldora en sus sesiones. En su 12ª sesión, celebrada el 9 de noviembre de 2023, aprobó las presentes observaciones finales.
        B. Aspectos positivos
        2. El Comité acoge con satisfacción la aprobación de la ley de escuelas.
        C. Motivos de preocupación y recomendaciones
        Cárceles
        3. Preocupa al Comité el hacinamiento en las cárceles (arts. 7 y 10).
        4. El Estado parte debe: a) Reducir el número de presos; b) Construir mejores celdas; c) Formar a los guardias.
        Educación
        5. Si bien observa avances, preocupa al Comité el tamaño de las clases. Recomienda al Estado parte que contrate maestros.
        D. Seguimiento
        6. El Comité pide al Estado parte que proporcione, a más tardar el 9 de noviembre de 2025, información sobre la aplicación de la recomendación que figura en el párrafo 4 b).
        7. El Comité señala la particular importancia de la recomendación que figura en el párrafo 5 y pide información detallada en el próximo informe periódico.
        8. El Comité solicita al Estado parte que presente su cuarto informe periódico a más tardar el 9 de noviembre de 2029.
        """

    static let russian = """
        A. Введение
        1. Комитет рассмотрел доклад Альдоры на своих заседаниях. На своем 12-м заседании, состоявшемся 9 ноября 2023 года, он принял настоящие заключительные замечания.
        B. Позитивные аспекты
        2. Комитет приветствует принятие закона о школах.
        C. Вопросы, вызывающие озабоченность, и рекомендации
        Тюрьмы
        3. Комитет обеспокоен переполненностью тюрем (статьи 7 и 10).
        4. Государству-участнику следует: a) сократить число заключенных; b) построить лучшие камеры; c) обучить охранников.
        Образование
        5. Отмечая прогресс, Комитет обеспокоен размером классов. Он рекомендует государству-участнику нанять учителей.
        D. Последующие меры
        6. Комитет просит государство-участник представить к 9 ноября 2025 года информацию об осуществлении рекомендации, содержащейся в пункте 4 b) выше.
        7. Комитет обращает внимание на особую важность рекомендации, содержащейся в пункте 5, и просит включить подробные сведения в следующий периодический доклад.
        8. Комитет просит государство-участник представить свой четвертый периодический доклад к 9 ноября 2029 года.
        """

    static let arabic = """
        ألف- مقدمة
        1- نظرت اللجنة في تقرير ألدورا في جلساتها. واعتمدت في جلستها 12، المعقودة في 9 تشرين الثاني/نوفمبر 2023، هذه الملاحظات الختامية.
        باء- الجوانب الإيجابية
        2- ترحب اللجنة باعتماد قانون المدارس.
        جيم- دواعي القلق والتوصيات
        السجون
        3- يساور اللجنة القلق إزاء اكتظاظ السجون (المادتان 7 و10).
        4- ينبغي للدولة الطرف أن تقوم بما يلي: (أ) خفض عدد السجناء؛ (ب) بناء زنزانات أفضل؛ (ج) تدريب الحراس.
        التعليم
        5- تلاحظ اللجنة التقدم لكن يساورها القلق إزاء حجم الصفوف. وتوصي الدولة الطرف بتعيين معلمين.
        دال- المتابعة
        6- تطلب اللجنة إلى الدولة الطرف أن تقدم، بحلول 9 تشرين الثاني/نوفمبر 2025، معلومات عن تنفيذ التوصية الواردة في الفقرة 4 (ب) أعلاه.
        7- تود اللجنة توجيه الانتباه إلى الأهمية الخاصة للتوصية الواردة في الفقرة 5 وتطلب معلومات مفصلة في التقرير الدوري المقبل.
        8- تطلب اللجنة إلى الدولة الطرف تقديم تقريرها الدوري الرابع بحلول 9 تشرين الثاني/نوفمبر 2029.
        """

    static let chinese = """
        A. 导言
        1. 委员会在会议上审议了阿尔多拉的报告。在2023年11月9日举行的第12次会议上，委员会通过了本结论性意见。
        B. 积极方面
        2. 委员会欢迎通过学校法。
        C. 关切事项和建议
        监狱
        3. 委员会对监狱人满为患表示关切(第七和第十条)。
        4. 缔约国应：(a) 减少囚犯人数；(b) 建造更好的牢房；(c) 培训看守。
        教育
        5. 委员会注意到进展，但对班级规模表示关切。委员会建议缔约国聘用教师。
        D. 后续行动
        6. 委员会请缔约国在2025年11月9日之前提供资料，说明落实上文第4(b)段所载建议的情况。
        7. 委员会提请注意第5段所载建议特别重要，并请缔约国在下次定期报告中提供详细情况。
        8. 委员会请缔约国在2029年11月9日之前提交第四次定期报告。
        """
}

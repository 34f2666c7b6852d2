#include "bench/words.h"

namespace paperboy::bench {

const std::array<Topic, kTopics> kTopicList = {{
    {"architecture", "Architecture and training dynamics", "架构与训练动力学"},
    {"efficiency", "Efficiency, compression and scaling", "效率、压缩与规模"},
    {"representation", "Structure of representations", "表示的结构"},
    {"memory", "Memory of models and agents", "模型与智能体的记忆"},
    {"reasoning", "Reasoning and planning", "推理与规划"},
    {"generation", "Generative models", "生成模型"},
    {"world_models", "World models and exploration", "世界模型与探索"},
    {"theory", "Learning theory", "学习理论"},
}};

const std::vector<std::string_view>& function_words() {
  static const std::vector<std::string_view> kWords = {
      "the",     "and",     "to",      "a",       "of",    "in",    "we",      "for",  "that",   "on",
      "with",    "this",    "is",      "models",  "by",    "our",   "model",   "as",   "from",   "data",
      "an",      "based",   "are",     "methods", "while", "these", "which",   "at",   "across", "can",
      "their",   "using",   "however", "into",    "or",    "it",    "between", "be",   "not",    "both",
      "through", "more",    "two",     "such",    "under", "has",   "than",    "only", "each",   "also",
      "its",     "without", "when",    "over",    "how",   "where", "most",    "they", "even",   "all",
      "one",     "same",    "new",     "several", "then",  "well",  "three",   "thus", "but",    "often"};
  return kWords;
}

const std::vector<std::string_view>& field_words() {
  static const std::vector<std::string_view> kWords = {
      "training",    "performance",  "language",    "framework",   "learning",    "tasks",
      "results",     "existing",     "method",      "approach",    "large",       "state",
      "introduce",   "propose",      "demonstrate", "generation",  "high",        "visual",
      "datasets",    "novel",        "accuracy",    "show",        "reasoning",   "information",
      "experiments", "evaluation",   "efficient",   "time",        "problem",     "network",
      "inference",   "different",    "features",    "significant", "improve",     "analysis",
      "quality",     "human",        "number",      "space",       "structure",   "multiple",
      "deep",        "neural",       "policy",      "trained",     "complex",     "prior",
      "control",     "process",      "error",       "context",     "domain",      "design",
      "knowledge",   "robust",       "loss",        "specific",    "input",       "output",
      "sampling",    "distribution", "samples",     "parameters",  "small",       "cost",
      "gradient",    "attention",    "tokens",      "layers",      "optimal",     "function",
      "general",     "algorithm",    "linear",      "bounds",      "random",      "test",
      "benchmark",   "strong",       "baselines",   "further",     "additional",  "compared",
      "limited",     "challenge",    "enables",     "requires",    "provides",    "achieves",
      "outperforms", "reduces",      "preserves",   "reveals",     "explains",    "predicts",
      "learns",      "adapts",       "generalizes", "measure",     "capture",     "estimate",
      "select",      "update",       "compute",     "search",      "transfer",    "represent",
      "simulate",    "optimize",     "compress",    "recover",     "stable",      "sparse",
      "dense",       "local",        "global",      "temporal",    "spatial",     "semantic",
      "empirical",   "theoretical",  "practical",   "explicit",    "implicit",    "single",
      "scale",       "depth",        "width",       "rank",        "norm",        "noise",
      "signal",      "variance",     "bias",        "weights",     "activations", "embeddings",
      "queries",     "scores",       "steps",       "budget",      "latency",     "throughput",
      "hardware",    "precision",    "recall",      "convergence", "divergence",  "regime",
      "phase",       "transition",   "limit",       "trade-off",   "objective",   "reward",
      "penalty",     "constraint",   "assumption",  "proof",       "theorem",     "evidence",
      "hypothesis",  "mechanism",    "circuit",     "pathway",     "module",      "component",
      "pipeline",    "system",       "agent",       "environment", "trajectory",  "horizon",
      "dynamics",    "observations", "actions",     "decisions",   "preferences", "instructions",
      "prompts",     "answers",      "failures",    "shortcuts",   "artifacts",   "outliers",
      "clusters",    "manifolds",    "symmetries",  "code",        "images",      "video",
      "speech",      "text",         "graphs",      "tables"};
  return kWords;
}

const std::vector<std::string_view>& adjectives() {
  static const std::vector<std::string_view> kWords = {
      "Adaptive",        "Scalable",          "Sparse",        "Robust",
      "Efficient",       "Hierarchical",      "Causal",        "Latent",
      "Structured",      "Compositional",     "Continual",     "Provable",
      "Stable",          "Implicit",          "Interpretable", "Multi-Scale",
      "Low-Rank",        "Asynchronous",      "Equivariant",   "Geometric",
      "Spectral",        "Recurrent",         "Hybrid",        "Modular",
      "Calibrated",      "Uncertain",         "Bayesian",      "Variational",
      "Decentralized",   "Federated",         "Unified",       "Training-Free",
      "Self-Supervised", "Weakly Supervised", "Zero-Shot",     "Few-Shot",
      "Long-Horizon",    "Open-Ended",        "Token-Level",   "Layer-Wise",
      "Data-Driven",     "Physics-Informed"};
  return kWords;
}

const std::vector<Term>& terms() {
  static const std::vector<Term> kTerms = {{"Attention Heads", "注意力头"},
                                           {"Weight Quantization", "权重量化"},
                                           {"Sparse Autoencoders", "稀疏自编码器"},
                                           {"Agent Memory", "智能体记忆"},
                                           {"Chain-of-Thought", "思维链"},
                                           {"Diffusion Models", "扩散模型"},
                                           {"World Models", "世界模型"},
                                           {"Generalization Bounds", "泛化界"},
                                           {"State Space Layers", "状态空间层"},
                                           {"Speculative Decoding", "推测解码"},
                                           {"Feature Geometry", "特征几何"},
                                           {"Episodic Retrieval", "情景检索"},
                                           {"Tree Search", "树搜索"},
                                           {"Flow Matching", "流匹配"},
                                           {"Intrinsic Motivation", "内在动机"},
                                           {"Implicit Bias", "隐式偏置"},
                                           {"Residual Streams", "残差流"},
                                           {"Cache Eviction", "缓存淘汰"},
                                           {"Linear Probes", "线性探针"},
                                           {"Long Contexts", "长上下文"},
                                           {"Process Rewards", "过程奖励"},
                                           {"Score Distillation", "分数蒸馏"},
                                           {"Curiosity", "好奇心"},
                                           {"Kernel Regimes", "核区域"},
                                           {"Matrix Optimizers", "矩阵优化器"},
                                           {"Mixture of Experts", "混合专家"},
                                           {"Superposition", "特征叠加"},
                                           {"Associative Recall", "联想回忆"},
                                           {"Self-Verification", "自我验证"},
                                           {"Video Synthesis", "视频合成"},
                                           {"Model-Based Control", "基于模型的控制"},
                                           {"Sample Complexity", "样本复杂度"},
                                           {"Edge of Stability", "稳定性边缘"},
                                           {"Structured Pruning", "结构化剪枝"},
                                           {"Concept Directions", "概念方向"},
                                           {"Knowledge Editing", "知识编辑"},
                                           {"Tool Use", "工具使用"},
                                           {"Masked Generation", "掩码生成"},
                                           {"Goal Discovery", "目标发现"},
                                           {"Scaling Laws", "缩放定律"},
                                           {"Normalization Layers", "归一化层"},
                                           {"Pipeline Parallelism", "流水线并行"},
                                           {"Representation Alignment", "表示对齐"},
                                           {"Memory Consolidation", "记忆巩固"},
                                           {"Program Synthesis", "程序合成"},
                                           {"Consistency Models", "一致性模型"},
                                           {"Skill Libraries", "技能库"},
                                           {"Identifiability", "可辨识性"},
                                           {"Positional Encodings", "位置编码"},
                                           {"Knowledge Distillation", "知识蒸馏"},
                                           {"Circuit Discovery", "回路发现"},
                                           {"Forgetting", "遗忘"},
                                           {"Theorem Proving", "定理证明"},
                                           {"Image Editing", "图像编辑"},
                                           {"Policy Gradients", "策略梯度"},
                                           {"Optimal Transport", "最优传输"},
                                           {"Learning Rate Schedules", "学习率调度"},
                                           {"Sparse Kernels", "稀疏内核"},
                                           {"Token Embeddings", "词元嵌入"},
                                           {"Retrieval Indexes", "检索索引"},
                                           {"Multi-Agent Debate", "多智能体辩论"},
                                           {"Latent Codes", "潜在编码"},
                                           {"Offline Reinforcement Learning", "离线强化学习"},
                                           {"Phase Transitions", "相变"},
                                           {"Loss Landscapes", "损失地形"},
                                           {"Gradient Compression", "梯度压缩"},
                                           {"Disentanglement", "解耦"},
                                           {"Working Memory", "工作记忆"},
                                           {"Planning Depth", "规划深度"},
                                           {"Text-to-Image Guidance", "文生图引导"},
                                           {"Environment Design", "环境设计"},
                                           {"Random Features", "随机特征"}};
  return kTerms;
}

const std::vector<std::string_view>& chinese_words() {
  static const std::vector<std::string_view> kWords = {
      "的",     "模型",   "训练", "在",     "是",     "方法",   "和",   "学习", "可以", "与",     "中",
      "推理",   "数据",   "不",   "了",     "结果",   "表示",   "论文", "对",   "作者", "问题",   "任务",
      "并",     "结构",   "能够", "一个",   "提出",   "参数",   "层",   "这种", "通过", "更",     "网络",
      "性能",   "优化",   "也",   "上下文", "计算",   "使用",   "机制", "实验", "理论", "注意力", "说明",
      "梯度",   "之间",   "如何", "信息",   "规模",   "大",     "小",   "时",   "为",   "从",     "到",
      "而",     "都",     "就",   "还",     "只",     "一种",   "框架", "语言", "分析", "效率",   "生成",
      "空间",   "智能体", "记忆", "采样",   "误差",   "分布",   "解码", "权重", "特征", "方向",   "动力学",
      "稳定",   "收敛",   "准确", "精度",   "压缩",   "量化",   "缓存", "目标", "奖励", "策略",   "环境",
      "探索",   "世界",   "规划", "步骤",   "过程",   "深度",   "宽度", "维度", "线性", "非线性", "随机",
      "噪声",   "信号",   "频谱", "曲率",   "几何",   "对称",   "相变", "临界", "极限", "上界",   "下界",
      "证明",   "假设",   "条件", "样本",   "复杂度", "泛化",   "偏差", "方差", "估计", "预测",   "观察",
      "发现",   "解释",   "揭示", "改进",   "提升",   "降低",   "减少", "增加", "保持", "避免",   "解决",
      "控制",   "选择",   "更新", "编辑",   "检索",   "蒸馏",   "剪枝", "并行", "硬件", "内存",   "带宽",
      "延迟",   "吞吐",   "成本", "预算",   "基准",   "测试",   "评估", "比较", "相比", "现有",   "新的",
      "统一",   "简单",   "有效", "重要",   "关键",   "明确",   "有趣", "值得", "可能", "需要",   "必须",
      "同时",   "因此",   "但是", "然而",   "如果",   "当",     "即使", "其中", "以及", "例如",   "尤其",
      "几乎",   "完全",   "部分", "局部",   "全局",   "长期",   "短期", "早期", "最后", "第一",   "第二",
      "两个",   "三个",   "多个", "不同",   "相同",   "相关",   "独立", "组合", "分解", "融合",   "对齐",
      "匹配",   "映射",   "变换", "投影",   "归一化", "正则",   "约束", "代价", "收益", "风险",   "安全",
      "可靠",   "鲁棒",   "公平", "透明",   "人类",   "专家",   "用户", "社区", "研究", "领域",   "工作",
      "文章",   "读者",   "图像", "视频",   "语音",   "文本",   "代码", "数学", "物理", "生物",   "医学",
      "机器人", "图",     "树",   "序列",   "词元",   "提示",   "指令", "回答", "对话", "知识",   "概念",
      "语义",   "逻辑",   "因果", "错误",   "失败",   "原因",   "答案", "线索", "直觉", "视角",   "现象",
      "规律",   "本质",   "边界", "路径",   "轨迹",   "状态",   "动作", "决策", "价值", "函数",   "算子",
      "矩阵",   "向量",   "张量", "嵌入",   "编码",   "解释性", "架构", "模块", "回路"};
  return kWords;
}

}  // namespace paperboy::bench
